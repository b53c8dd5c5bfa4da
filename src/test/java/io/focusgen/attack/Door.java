package io.focusgen.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where the service is attacked.
 *
 * @param headers that every request needs to come in, each ended by CRLF; empty for none
 * @param packaged whether it is the packaged service, which also refuses two lengths of one body
 */
record Door(String host, int port, String headers, boolean packaged) {

    static Door of(URI service, boolean packaged) {
        return new Door(service.getHost(), service.getPort(), "", packaged);
    }

    Door withKey(String key) {
        return new Door(host, port, "X-API-Key: " + key + "\r\n", packaged);
    }

    Wire open() throws IOException {
        return new Wire(host, port);
    }

    /** A request without a body. */
    String request(String method, String target, String... more) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers);
        for (String header : more) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** A POST of JSON. */
    String post(String target, String json) {
        return request("POST", target, "Content-Type: application/json",
                "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length) + json;
    }

    /** The answer to a GET on a connection of its own. */
    Reply get(String target) throws IOException {
        try (Wire wire = open()) {
            return wire.send(request("GET", target, "Connection: close")).reply();
        }
    }
}
