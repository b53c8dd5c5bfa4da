package io.focusgen.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;

class ClientAddressTest {

    private record Proxies(Optional<List<String>> trusted, String header) implements ProxyConfig {
    }

    private static ClientAddress behind(String header, String... proxies) {
        return new ClientAddress(new Proxies(proxies.length == 0 ? Optional.empty() : Optional.of(List.of(proxies)),
                header));
    }

    private static String resolve(ClientAddress addresses, String peer, String name, String value) {
        return addresses.resolve(peer, MultiMap.caseInsensitiveMultiMap().add(name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "10.0.0.1   | 1.2.3.4                        | 1.2.3.4",
            "10.0.0.1   | 6.6.6.6, 1.2.3.4               | 1.2.3.4",
            "10.0.0.1   | 6.6.6.6, 1.2.3.4, 10.0.0.2     | 1.2.3.4",
            "10.0.0.1   | 10.0.0.9, 10.0.0.2             | 10.0.0.9",
            "10.0.0.1   | 1.2.3.4:5678                   | 1.2.3.4",
            "10.0.0.1   | [2001:db8::7]:5678             | 2001:db8::7",
            "10.0.0.1   | 2001:db8::7                    | 2001:db8::7",
            "10.0.0.1   | 1.2.3.4, unknown               | 10.0.0.1",
            "10.0.0.1   | 1.2.3.4, localhost             | 10.0.0.1",
            "10.0.0.1   | 1.2.3.4,                       | 10.0.0.1",
            "10.0.0.1   | 1.2.3.999                      | 10.0.0.1",
            "10.0.0.1   | ::ffff:1.2.3.4                 | ::ffff:1.2.3.4",
            "8.8.8.8    | 1.2.3.4                        | 8.8.8.8",
            "10.1.0.1   | 1.2.3.4                        | 10.1.0.1",
            "2001:db8::9| 1.2.3.4                        | 1.2.3.4"})
    void theLastAddressThatIsNoProxyIsTheClient(String peer, String forwarded, String client) {
        ClientAddress addresses = behind("x-forwarded-for", "10.0.0.0/16", "2001:db8::9");
        assertThat(resolve(addresses, peer, "X-Forwarded-For", forwarded)).isEqualTo(client);
        assertThat(resolve(addresses, peer, "Forwarded", "for=9.9.9.9")).isEqualTo(peer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "for=1.2.3.4                                       | 1.2.3.4",
            "for=6.6.6.6, for=1.2.3.4;proto=https;by=10.0.0.1  | 1.2.3.4",
            "for=6.6.6.6,proto=http;For=\"[2001:db8::7]:4711\" | 2001:db8::7",
            "for=1.2.3.4;proto=https, for=10.0.0.2             | 1.2.3.4",
            "for=1.2.3.4, for=_hidden                          | 10.0.0.1",
            "for=1.2.3.4, by=10.0.0.2                          | 10.0.0.1"})
    void theOtherHeaderIsReadWhereItIsTheOneOfTheProxies(String forwarded, String client) {
        ClientAddress addresses = behind("forwarded", "10.0.0.0/16");
        assertThat(resolve(addresses, "10.0.0.1", "Forwarded", forwarded)).isEqualTo(client);
        assertThat(resolve(addresses, "10.0.0.1", "X-Forwarded-For", "9.9.9.9")).isEqualTo("10.0.0.1");
    }

    @Test
    void withoutTrustedProxiesNobodyIsBelieved() {
        assertThat(resolve(behind("x-forwarded-for"), "127.0.0.1", "X-Forwarded-For", "1.2.3.4"))
                .isEqualTo("127.0.0.1");
        assertThat(behind("x-forwarded-for", "0.0.0.0/0").resolve(null, MultiMap.caseInsensitiveMultiMap()))
                .isEqualTo("local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0", "2001:db8::/129", "10.0.0.0/x", "1.2.3.4/-1",
            "::g"})
    void whatIsNoAddressStopsTheStart(String proxy) {
        assertThatThrownBy(() -> behind("x-forwarded-for", proxy)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRUSTED_PROXIES").hasMessageContaining("10.0.0.0/8");
    }

    @Test
    void anUnknownHeaderStopsTheStart() {
        assertThatThrownBy(() -> behind("x-real-ip")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FORWARDED_HEADER").hasMessageContaining("x-forwarded-for");
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.4,1.2.3.4", "::ffff:1.2.3.4,1.2.3.4", "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
            "2001:0DB8:0001:0002::1,2001:db8:1:2::/64", "::1,0:0:0:0::/64", "0:0:0:0:0:0:0:1,0:0:0:0::/64"})
    void aCallerIsAnAddressOfIpv4OrANetworkOfIpv6(String address, String id) {
        assertThat(Caller.at(address).id()).isEqualTo(id);
        assertThat(Caller.at(id).id()).isEqualTo(id);
    }

    @Test
    void aCallerWithoutAnAddressIsOneOfThisMachine() {
        assertThat(Caller.at(null).id()).isEqualTo("local");
    }
}
