package io.focusgen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks a service for jobs, and for the same files as streams. */
final class JobClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER_BYTES = 128 << 10;

    private final HttpClient http;
    private final Child service;
    private final int tlsPort;

    JobClient(Child service) {
        this.service = service;
        this.http = HttpClient.newHttpClient();
        this.tlsPort = 0;
    }

    /** Reads streams from another port of the service, over TLS. */
    JobClient(Child service, int tlsPort, SSLContext trust) {
        this.service = service;
        this.http = HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1).build();
        this.tlsPort = tlsPort;
    }

    /**
     * Asks for a bill of hours and waits until the job is completed.
     *
     * @param target where its files go: disk or s3
     * @return the job's document
     */
    JsonNode completed(String target, String rows, int seed) throws IOException, InterruptedException {
        HttpResponse<String> taken = send("POST",
                "/api/v1/jobs?month=2026-01&granularity=hourly&rows=" + rows + "&seed="
                        + seed + "&target=" + target);
        if (taken.statusCode() != 202) {
            throw new IOException("no job: " + taken.body());
        }
        String path = taken.headers().firstValue("Location").orElseThrow();
        while (true) {
            JsonNode job = JSON.readTree(send("GET", path).body());
            String status = job.get("status").asText();
            if (status.equals("completed")) {
                // What is known of it is enough from here on.
                send("DELETE", path);
                return job;
            }
            if (!status.equals("queued") && !status.equals("running")) {
                throw new IOException("the job " + status + ": " + job);
            }
            Thread.sleep(100);
        }
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Streams the files of a job over HTTP.
     *
     * @return their bytes
     * @throws IllegalStateException if the job has other bytes
     */
    long streamed(JsonNode job) throws IOException, InterruptedException {
        long bytes = 0;
        JsonNode files = job.get("files");
        for (JsonNode file : files) {
            if (file.has("canonicalUrl")) {
                bytes += bytesOf(file.get("canonicalUrl").asText());
            }
        }
        long manifest = files.get(files.size() - 1).get("bytes").asLong();
        if (bytes != job.get("bytes").asLong() - manifest) {
            throw new IllegalStateException("the job has other bytes than the streams: " + bytes + " of " + job);
        }
        return bytes;
    }

    private long bytesOf(String path) throws IOException, InterruptedException {
        if (tlsPort == 0) {
            try (HttpGet get = new HttpGet(service.port(), path)) {
                return get.toEnd();
            }
        }
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + tlsPort + path)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " for " + path);
            }
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** CPU seconds of this process for the SHA-256 of so many bytes. */
    static double digest(long bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int warm = 0; warm < 2_000; warm++) {
            digest.update(buffer);
        }
        return Cost.of(() -> {
            for (long left = bytes; left > 0; left -= BUFFER_BYTES) {
                digest.update(buffer, 0, (int) Math.min(left, BUFFER_BYTES));
            }
            return digest.digest().length;
        }).cpuSeconds();
    }
}
