package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.job.WebhookRules;
import io.smallrye.mutiny.Uni;

class WebhookGuardTest {

    private static final WebhookGuard OPEN = guard(List.of(), Set.of());

    private static WebhookGuard guard(List<String> hosts, Set<Integer> ports, String... addresses) {
        return new WebhookGuard(hosts, ports, host -> Uni.createFrom()
                .item(Arrays.stream(addresses).map(WebhookGuardTest::address).toList()));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://2130706433/",
            "https://0x7f000001/", "https://0x7f.0.0.1/", "https://0x7f.1/", "https://0177.0.0.1/",
            "https://017700000001/", "https://0/", "https://0.0.0.0/", "https://10.0.0.1/", "https://192.168.1.1/",
            "https://172.16.0.1/", "https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/",
            "https://2852039166/", "https://0251.0376.0251.0376/", "https://100.64.0.1/", "https://8.8.8.8/",
            "https://127.0.0.1./", "https://1.2.3.4.5/", "https://a.0x7f/", "https://a.127/", "https://[::1]/",
            "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/",
            "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[fe80::1%25eth0]/",
            "https://[fe80::1%eth0]/",
            "https://[fd00:ec2::254]/", "https://[2606:4700::1111]/", "https://::1/", "https://[::1]:443/",
            "https://localhost/", "https://LOCALHOST/", "https://localhost./", "https://a.localhost/",
            "https://localhost.localdomain/", "https://printer.local/", "https://metadata.google.internal/",
            "https://router.lan/", "https://kubernetes.default.svc/",
            "https://redis.service.consul/", "https://nas.home.arpa/", "https://metadata/", "https://example/",
            "https://example.com./", "https://example..com/", "https://.example.com/", "https://-a.example.com/",
            "https://a-.example.com/", "https://a_b.example.com/", "https://user@example.com/",
            "https://user:password@example.com/", "https://example.com@127.0.0.1/", "https://127.0.0.1@example.com/",
            "https://example.com#@127.0.0.1/", "https://example.com\\@127.0.0.1/", "https://example.com\\.evil.org/",
            "https://127.0.0.1%2f.example.com/", "https://%31%32%37.0.0.1/", "https://exa%6dple.com/",
            "https://example.com%00.org/", "https://ex\u00e4mple.com/",
            "https://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/",
            "https://127\u30020\u30020\u30021/", "https://\uff11\uff12\uff17.0.0.1/", "https://loc\u00adalhost/",
            "https://example\u3002com/", "https://e\u0078\u0430mple.com/", "http://example.com/",
            "http://example.com:443/", "https://example.com:22/", "https://example.com:80/",
            "https://example.com:8443/",
            "https://example.com:0/", "https://example.com:99999/", "https://example.com:/", "https://example.com:4a3/",
            "https://example.com:443:443/", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/",
            "javascript:alert(1)", "//example.com/", "https:/example.com/", "https:///example.com/",
            "https:example.com",
            "https://", "https:// example.com/", " https://example.com/", "https://example.com/ ",
            "https://example.com/\r\nHost: x", "https://example.com/\t", "https://example.com/a b",
            "https://example.com/#part", "https://example.com/\"", "https://example.com/%", "https://example.com/%zz",
            "https://example.com?\u0000", "example.com", "", "x"})
    void refuses(String given) {
        assertThatThrownBy(() -> OPEN.read(given)).isInstanceOf(RefusedReceiverException.class)
                .hasMessageMatching("(?s)(An|The) .*\\.");
    }

    @Test
    void refusesWhatIsTooLong() {
        String most = "https://example.com/" + "a".repeat(WebhookRules.LONGEST - "https://example.com/".length());
        assertThat(OPEN.read(most).target()).hasSize(WebhookRules.LONGEST - "https://example.com".length());
        assertThatThrownBy(() -> OPEN.read(most + "a")).isInstanceOf(RefusedReceiverException.class);
        assertThatThrownBy(() -> OPEN.read("https://" + "abc.".repeat(63) + "com/"))
                .isInstanceOf(RefusedReceiverException.class);
        assertThatThrownBy(() -> OPEN.read("https://" + "a".repeat(64) + ".com/"))
                .isInstanceOf(RefusedReceiverException.class);
    }

    @ParameterizedTest
    @CsvSource({"https://example.com,example.com,/", "https://example.com/,example.com,/",
            "HTTPS://Hooks.Example.COM:443/A/b?c=d&e=%20,hooks.example.com,/A/b?c=d&e=%20",
            "https://example.com?x=1,example.com,/?x=1", "https://127.0.0.1.example.com/a,127.0.0.1.example.com,/a",
            "https://xn--bcher-kva.example/a;b@c:d,xn--bcher-kva.example,/a;b@c:d",
            "https://example.xn--p1ai/,example.xn--p1ai,/", "https://localhost.example.com/,localhost.example.com,/"})
    void accepts(String given, String host, String target) {
        assertThat(OPEN.read(given)).isEqualTo(new WebhookUrl(true, host, 443, target));
    }

    @Test
    void aListOfHostsMeansWholeLabels() {
        WebhookGuard guard = guard(List.of("Example.com", "hooks.example.org"), Set.of(8443));

        assertThat(guard.read("https://example.com/").host()).isEqualTo("example.com");
        assertThat(guard.read("https://a.b.example.com:8443/").port()).isEqualTo(8443);
        assertThat(guard.read("http://example.com/")).isEqualTo(new WebhookUrl(false, "example.com", 80, "/"));
        for (String other : List.of("https://badexample.com/", "https://example.com.evil.net/", "https://example.org/",
                "https://example.com:8444/", "http://example.com:443/")) {
            assertThatThrownBy(() -> guard.read(other)).isInstanceOf(RefusedReceiverException.class);
        }
        assertThatThrownBy(() -> guard.read("https://example.com:1/")).hasMessage("The port is 443 or 8443.");
        assertThatThrownBy(() -> guard(List.of("10.0.0.1"), Set.of())).hasMessageContaining("WEBHOOK_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.255.255.255", "100.64.0.1", "100.100.100.200",
            "100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.169.254", "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
            "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1",
            "::ffff:10.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:1::1", "2001:db8::1",
            "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
            "4000::1"})
    void noNameLeadsToAnAddressThatIsNotPublic(String address) {
        WebhookUrl url = OPEN.read("https://example.com/");
        for (WebhookGuard guard : List.of(guard(List.of(), Set.of(), address),
                guard(List.of(), Set.of(), "8.8.8.8", address), guard(List.of("example.com"), Set.of(), address))) {
            assertThatThrownBy(() -> guard.resolve(url).await().indefinitely())
                    .isInstanceOf(RefusedReceiverException.class).hasMessageContaining("not public");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.1",
            "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111",
            "2001:200::1", "2001:4860:4860::8888", "2003::1", "3ffe::1"})
    void theFirstOfPublicAddressesIsTheOneToConnectTo(String address) {
        WebhookGuard guard = guard(List.of(), Set.of(), address, "8.8.4.4");

        assertThat(guard.resolve(OPEN.read("https://example.com/")).await().indefinitely()).isEqualTo(address(address));
    }

    @Test
    void mappedAddressesAreRefusedByTheirBytesToo() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(address("8.8.8.8").getAddress(), 0, mapped, 12, 4);
        assertThat(AddressRange.notPublic(mapped)).isPresent();
    }

    @Test
    void aNameWithoutAddressIsRefused() {
        assertThatThrownBy(() -> OPEN.resolve(OPEN.read("https://example.com/")).await().indefinitely())
                .isInstanceOf(RefusedReceiverException.class);
    }
}
