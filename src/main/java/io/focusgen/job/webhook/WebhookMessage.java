package io.focusgen.job.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.job.Job;

/**
 * What a receiver is told.
 *
 * @param id the same for each attempt, so that a receiver knows what it has seen
 * @param body JSON, less than a kilobyte, the same for each attempt
 */
record WebhookMessage(String id, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** About a job that has ended. */
    static WebhookMessage about(Job job) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", job.id());
        data.put("status", job.status().label());
        data.put("rows", job.progress().rows());
        data.put("bytes", job.progress().bytes());
        data.put("url", "/api/v1/jobs/" + job.id());
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "job." + job.status().label());
        message.put("timestamp", String.valueOf(job.times().ended()));
        message.put("data", data);
        try {
            return new WebhookMessage("msg_" + job.id(), JSON.writeValueAsString(message));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message is plain text and numbers", impossible);
        }
    }
}
