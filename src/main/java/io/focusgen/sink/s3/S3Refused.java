package io.focusgen.sink.s3;

import org.jspecify.annotations.Nullable;

/** A call failed for good. */
final class S3Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * What the server said.
     *
     * @param status of its answer, 0 where there was none
     * @param code of the error, e.g. {@code NoSuchUpload}; empty where there was none
     */
    S3Refused(int status, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    boolean isDenial() {
        return status == 401 || status == 403;
    }

    boolean isOfUnknownUpload() {
        return code.equals("NoSuchUpload");
    }
}
