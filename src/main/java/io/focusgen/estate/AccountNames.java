package io.focusgen.estate;

import java.util.SortedMap;
import java.util.TreeMap;

import io.focusgen.catalog.Conventions;
import io.focusgen.spec.Ids;

/**
 * Writes ids and names of accounts and invoices as a provider does, after the templates of its conventions. Words:
 * {@code org Org team env Env unit month id seller}.
 */
final class AccountNames {

    private final Conventions conventions;
    private final Ids ids;

    AccountNames(Conventions conventions, Ids ids) {
        this.conventions = conventions;
        this.ids = ids;
    }

    /** What is known of an account or invoice, and its random bits. */
    static final class Of implements NameTemplate.Subject {

        private final Draw draw;
        private final SortedMap<String, String> words = new TreeMap<>();

        Of(Draw draw) {
            this.draw = draw;
        }

        Of word(String name, String text) {
            words.put(name, text);
            return this;
        }

        @Override
        public Draw draw(int place) {
            return draw.of(place + 1L);
        }

        @Override
        public String word(String name, int place) {
            String text = words.get(name);
            if (text == null) {
                throw new IllegalArgumentException("there is no {" + name + "} here, only " + words.keySet());
            }
            return text;
        }
    }

    String text(Conventions.Text text, Of subject) {
        return NameTemplate.parse(conventions.text(text)).expand(subject);
    }

    String billingAccountId(Of subject) {
        return text(alpha() ? Conventions.Text.BILLING_ACCOUNT_ID_ALPHA : Conventions.Text.BILLING_ACCOUNT_ID, subject);
    }

    String subAccountId(Of subject) {
        return text(alpha() ? Conventions.Text.SUB_ACCOUNT_ID_ALPHA : Conventions.Text.SUB_ACCOUNT_ID, subject);
    }

    /** An account's id that somebody gave, beginning as all of the provider's do: {@code /subscriptions/}. */
    String givenSubAccountId(String given) {
        String template = conventions.text(Conventions.Text.SUB_ACCOUNT_ID);
        String beginning = template.substring(0, Math.max(0, template.indexOf('{')));
        return given.startsWith(beginning) ? given : beginning + given;
    }

    String invoiceId(Of subject) {
        return text(alpha() ? Conventions.Text.INVOICE_ID_ALPHA : Conventions.Text.INVOICE_ID, subject);
    }

    /** Always with a letter: sellers number as they like. */
    String sellerInvoiceId(Of subject) {
        return text(Conventions.Text.SELLER_INVOICE_ID, subject);
    }

    private boolean alpha() {
        return ids == Ids.ALPHA;
    }

    /** The word with its first letter in upper case. */
    static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
