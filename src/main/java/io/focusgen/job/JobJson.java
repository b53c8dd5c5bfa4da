package io.focusgen.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A {@link Job} as JSON text, as it is stored. Members that it does not know are passed over. */
public final class JobJson {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private JobJson() {
    }

    /** One line. */
    public static String write(Job job) {
        try {
            return JSON.writeValueAsString(job);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a job is plain text and numbers", impossible);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the text is no job
     */
    public static Job read(String text) {
        try {
            Job job = JSON.readValue(text, Job.class);
            if (job != null) {
                return job;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no job: " + broken.getOriginalMessage(), broken);
        }
        throw new IllegalArgumentException("no job: null");
    }
}
