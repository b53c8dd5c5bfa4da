package io.focusgen.guard;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.limit.Allowance;
import io.vertx.ext.web.RoutingContext;

/**
 * Who asks. What belongs to a caller (jobs, files, what is left of a limit) is found by its {@link #id}.
 *
 * @param kind how it is known
 * @param id the same for every request of this caller, and never that of another one: of different kinds they differ, too.
 *     Not secret, at most 200 characters without spaces
 * @param scopes what it may do
 * @param own what it may ask for instead of what everybody may
 */
public record Caller(Kind kind, String id, Set<Scope> scopes, Optional<Allowance> own) {

    /** How a caller is known. */
    public enum Kind {
        /** By where it asks from. */
        ADDRESS,
        /** By an API key. */
        KEY,
        /** By the subject of a token. */
        SUBJECT
    }

    private static final String ATTRIBUTE = "focus.caller";

    static final String NO_ADDRESS = "local";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Somebody without a name, who may do what changes nothing for others. Of an address of IPv6 only the first 64 bits count:
     * whoever has one has all that begin with them.
     *
     * @param address of the client, best from {@link ClientAddress#of}; null where it has none
     */
    public static Caller at(@Nullable String address) {
        byte[] bytes = address == null ? null : AddressBlock.bytes(address);
        return new Caller(Kind.ADDRESS,
                address == null ? NO_ADDRESS : bytes == null ? address : AddressBlock.client(bytes),
                Set.of(Scope.GENERATE, Scope.VALIDATE), Optional.empty());
    }

    /** Who asks for this; by the address, where nothing better was found out. */
    public static Caller of(RoutingContext exchange) {
        Caller known = exchange.get(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        return at(ClientAddress.of(exchange));
    }

    /** The same caller, with these scopes and no others. */
    public Caller with(Set<Scope> other) {
        return new Caller(kind, id, other, own);
    }

    /** Makes it the one that {@link #of} finds. */
    public void remember(RoutingContext exchange) {
        exchange.put(ATTRIBUTE, this);
    }
}
