package io.focusgen.spec.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is an organisation or a list of faults with places in the text, never an exception. */
class OrganisationFuzzTest {

    private static final String MARKS = "{}[]:,-?&*!|>'\"%@`#\\\n\t  ab1~<=";

    private static final String[] WORDS = {"teams", "name", "weight", "units", "tags", "keys", "coverage", "accounts",
            "ids", "aws", "prod", "environments", "applications", ": ", "- ", ", ", "[", "]", "{", "}", "\n", "\n  ",
            "\"", "a", "1", "0.5", "null", "~", "&x", "*x", "!!str ", "\\u00", "\\U", "|", ">", "#", "---", "..."};

    private static final String GOOD = """
            company: Acme
            teams:
              - {name: checkout, unit: Sales, weight: 10, applications: [cart, orders]}
              - name: lake
                environments: [prod, dev]
            tags: {style: kebab, keys: {owner: Who}, coverage: {prod: 0.9}}
            accounts:
              - {team: lake, ids: {aws: "012345678901"}}
            """;

    @Test
    void randomBytesAreAnOrganisationOrFaults() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            assertAnswered(new String(bytes, StandardCharsets.UTF_8));
            assertAnswered(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void randomMarksAreAnOrganisationOrFaults() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(50); length > 0; length--) {
                text.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
            assertAnswered(text.toString());
        }
    }

    @Test
    void randomWordsAreAnOrganisationOrFaults() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
            }
            assertAnswered(text.toString());
        }
    }

    @Test
    void aGoodDocumentWithAnyEditIsAnOrganisationOrFaults() {
        SplittableRandom random = new SplittableRandom(4);
        int good = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
                    case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                    default -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
                }
            }
            good += assertAnswered(text.toString()) ? 1 : 0;
        }
        assertThat(good).as("edits that leave the document readable").isBetween(1_000, 39_000);
    }

    private static boolean assertAnswered(String text) {
        OrganisationReader.Reading reading = OrganisationReader.read(text);
        OrganisationSpec organisation = reading.organisation();
        assertThat(organisation == null).as(text).isNotEqualTo(reading.faults().isEmpty());
        for (Fault fault : reading.faults()) {
            assertThat(fault.line()).as(text).isBetween(1,
                    2 + (int) text.chars().filter(OrganisationFuzzTest::breaks).count());
            assertThat(fault.column()).as(text).isBetween(1, text.length() + 1);
            assertThat(fault.message()).as(text).endsWith(".");
        }
        if (organisation != null) {
            assertThat(OrganisationReader.read(organisation.canonical()).organisation()).as(text)
                    .isEqualTo(organisation);
        }
        return organisation != null;
    }

    /** YAML ends lines in more ways than one. */
    private static boolean breaks(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
