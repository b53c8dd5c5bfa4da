package io.focusgen.job.disk;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import io.focusgen.job.Job;
import io.focusgen.job.JobJson;

/**
 * What a file holds.
 *
 * @param job as it is
 * @param key of idempotency that it was asked for with, or null
 */
record StoredJob(Job job, @Nullable String key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    StoredJob with(Job changed) {
        return new StoredJob(changed, key);
    }

    String text() {
        ObjectNode file = JSON.createObjectNode();
        file.put("key", key);
        file.putRawValue("job", new RawValue(JobJson.write(job)));
        return file + "\n";
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException where it is something else
     */
    static StoredJob read(String text) {
        try {
            JsonNode file = JSON.readTree(text);
            JsonNode job = file.get("job");
            if (job == null) {
                throw new IllegalArgumentException("there is no job in it");
            }
            return new StoredJob(JobJson.read(job.toString()),
                    file.hasNonNull("key") ? file.get("key").asText() : null);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("it is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }
}
