package io.focusgen.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/** A script of Lua: a file of a package's resources behind its {@code common.lua}. Immutable. */
public final class LuaScript {

    private static final String NOT_LOADED = "NOSCRIPT";

    private final String text;
    private final String sha1;

    /**
     * Reads it.
     *
     * @param beside a class of the package whose resource it is
     * @param name of the file, without its ending
     * @throws IllegalStateException where there is no such file
     */
    public LuaScript(Class<?> beside, String name) {
        text = read(beside, "common") + read(beside, name);
        sha1 = sha1(text);
    }

    /** All of it. */
    public String text() {
        return text;
    }

    /**
     * Has Redis run it, by its SHA-1 and, where this server does not know that yet, by its text. Waits as long as the client
     * does: for callers that have a timeout and a breaker.
     *
     * @return its answer, null for nil
     */
    public Uni<@Nullable Response> evaluate(Redis redis, List<String> keys, List<String> arguments) {
        return send(redis, Command.EVALSHA, sha1, keys, arguments).onFailure(LuaScript::isNotLoaded)
                .recoverWithUni(() -> send(redis, Command.EVAL, text, keys, arguments));
    }

    /** Another server, or one that has started again, does not know the scripts yet. */
    private static boolean isNotLoaded(Throwable failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith(NOT_LOADED);
    }

    private static Uni<@Nullable Response> send(Redis redis, Command command, String script, List<String> keys,
            List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return redis.send(request);
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + ".lua is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
