package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;

/** Over TLS: the connection goes to the address, all else is about the name. */
class WebhookCallsTest {

    private static final String PASSWORD = "only-for-this-test";
    private static final Map<String, String> HEADERS = Map.of("webhook-timestamp", "1");

    @TempDir
    @Nullable
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void theCertificateHasToBeTheNamesAndTrusted() throws Exception {
        Path store = keyStore();
        HttpClientOptions trusting = new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
        try (Receiver receiver = new Receiver(new HttpsConfigurator(context(store)))) {
            assertThat(post(trusting, receiver, "hooks.example.com")).isEqualTo(204);
            assertThat(receiver.received()).extracting(Receiver.Received::host)
                    .containsExactly("hooks.example.com:" + receiver.port());

            assertThatThrownBy(() -> post(trusting, receiver, "other.example.com"))
                    .hasRootCauseInstanceOf(java.security.cert.CertificateException.class);
            assertThatThrownBy(() -> post(new HttpClientOptions(), receiver, "hooks.example.com"))
                    .hasCauseInstanceOf(SSLHandshakeException.class);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    private int post(HttpClientOptions options, Receiver receiver, String host) throws Exception {
        // Whoever looks a name up again finds none.
        InetAddress address = InetAddress.getByAddress("nobody.invalid", new byte[]{127, 0, 0, 1});
        return new WebhookCalls(vertx, new HttpClientOptions(options), Duration.ofSeconds(10))
                .post(new WebhookUrl(true, host, receiver.port(), "/"), address, HEADERS, "{}")
                .await().atMost(Duration.ofSeconds(20));
    }

    private Path keyStore() throws Exception {
        Path store = Objects.requireNonNull(folder).resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=hooks.example.com", "-ext",
                "SAN=dns:hooks.example.com", "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", PASSWORD).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        // The same certificate as one that is trusted.
        KeyStore keys = load(store);
        keys.setCertificateEntry("trusted", keys.getCertificate("a"));
        try (var out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(Path store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(store), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore load(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
