package io.focusgen.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.filter.FilterOrder;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Where a client asks from: the other end of the connection or, where that is a trusted proxy, the last address it was told by
 * one that is none. What a client itself writes into the header stands before that and changes nothing.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String ATTRIBUTE = "focus.client-address";

    private final List<AddressBlock> trusted;
    private final ForwardedHeader header;

    /** @throws ConfigurationException where a proxy is no address, or the header none of those that there are */
    ClientAddress(ProxyConfig config) {
        trusted = new ArrayList<>();
        for (String proxy : config.trusted().orElse(List.of())) {
            trusted.add(AddressBlock.of(proxy.strip()).orElseThrow(() -> new ConfigurationException(
                    "TRUSTED_PROXIES names something that is no address. Set it to addresses or blocks of them, separated"
                            + " by commas, such as 10.0.0.0/8,2001:db8::1; or leave it out where there is no proxy.")));
        }
        header = ForwardedHeader.named(config.header().strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ConfigurationException(
                        "FORWARDED_HEADER is not known. Set it to x-forwarded-for or to forwarded, whichever the proxies write."));
    }

    /** Wrong settings stop the start. */
    void check(@Observes StartupEvent start) {
        // The constructor has looked at them.
    }

    void register(@Observes Filters filters) {
        FilterOrder.CLIENT_ADDRESS.register(filters, exchange -> {
            exchange.put(ATTRIBUTE, resolve(peer(exchange), exchange.request().headers()));
            exchange.next();
        });
    }

    /** The address that this exchange comes from, as text; {@code local} where it has none. */
    public static String of(RoutingContext exchange) {
        String known = exchange.get(ATTRIBUTE);
        return known != null ? known : String.valueOf(peer(exchange));
    }

    private static @Nullable String peer(RoutingContext exchange) {
        SocketAddress address = exchange.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }

    /** @param peer the other end of the connection; null where that is a file of this machine, which no proxy is */
    String resolve(@Nullable String peer, MultiMap headers) {
        if (peer == null) {
            return Caller.NO_ADDRESS;
        }
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        String client = peer;
        List<String> told = header.addresses(headers);
        for (int i = told.size() - 1; i >= 0; i--) {
            String address = told.get(i);
            if (AddressBlock.bytes(address) == null) {
                // A trusted proxy that does not say whom it speaks for is itself the client.
                return client;
            }
            client = address;
            if (!isTrusted(address)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(String address) {
        byte[] bytes = AddressBlock.bytes(address);
        return bytes != null && trusted.stream().anyMatch(block -> block.contains(bytes));
    }
}
