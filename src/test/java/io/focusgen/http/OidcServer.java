package io.focusgen.http;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An identity provider that describes itself, publishes its keys, and can be made to say nothing. */
final class OidcServer implements AutoCloseable {

    static final String AUDIENCE = "focus-tests";

    /** How long its tokens are good for, seconds. */
    private static final int LIFE = 300;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final String issuer;
    private final Map<String, KeyPair> published = new ConcurrentHashMap<>();

    /** How often the keys were asked for. */
    final AtomicInteger asked = new AtomicInteger();
    /** Takes requests and never answers them. */
    volatile boolean silent;

    OidcServer(int port) {
        issuer = "http://127.0.0.1:" + port;
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        if (silent) {
            return;
        }
        JsonObject answer = new JsonObject();
        if (request.path().equals("/.well-known/openid-configuration")) {
            answer.put("issuer", issuer).put("jwks_uri", issuer + "/keys").put("token_endpoint", issuer + "/token")
                    .put("authorization_endpoint", issuer + "/authorize");
        } else {
            asked.incrementAndGet();
            JsonArray keys = new JsonArray();
            published.forEach((id, pair) -> keys.add(jwk(id, (RSAPublicKey) pair.getPublic())));
            answer.put("keys", keys);
        }
        request.response().putHeader("Content-Type", "application/json").end(answer.encode());
    }

    private static JsonObject jwk(String id, RSAPublicKey key) {
        return new JsonObject().put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", id)
                .put("n", encode(key.getModulus().toByteArray()))
                .put("e", encode(key.getPublicExponent().toByteArray()));
    }

    private static String encode(byte[] bytes) {
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    KeyPair publish(String id) {
        KeyPair pair = pair();
        published.put(id, pair);
        return pair;
    }

    String issuer() {
        return issuer;
    }

    /** What a good token says of {@code subject}. */
    JwtClaimsBuilder claims(String subject) {
        long now = System.currentTimeMillis() / 1_000;
        return Jwt.claims().issuer(issuer).subject(subject).audience(AUDIENCE).issuedAt(now).expiresAt(now + LIFE)
                .claim("scope", "openid focus:generate");
    }

    static String signed(JwtClaimsBuilder claims, String id, KeyPair pair) {
        return claims.jws().keyId(id).sign(pair.getPrivate());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
