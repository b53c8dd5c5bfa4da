package io.focusgen.job;

/**
 * What was asked for; never changes.
 *
 * @param request canonical query of the bundle, percent-encoded ASCII without a question mark: parameters of the data set,
 *     {@code format}, {@code layout} and {@code parts}
 * @param fingerprint of the request as it was sent, 64 hexadecimal digits: the same words under the same idempotency key are
 *     the same job, although {@code seed=random} means another seed each time
 * @param target label of the place for its files: {@code disk} or {@code s3}
 * @param generator version of the generator that the job began with: another one may write other bytes
 * @param rowsTotal exact data rows of all its files
 * @param bytesTotal bytes of its files of rows, estimated beforehand
 */
public record JobOrder(String request, String fingerprint, String target, String generator, long rowsTotal,
        long bytesTotal) {

    /** The value of a parameter whose values need no encoding, e.g. {@code format}; empty where it is not named. */
    public String value(String parameter) {
        for (String pair : request.split("&")) {
            if (pair.startsWith(parameter + "=")) {
                return pair.substring(parameter.length() + 1);
            }
        }
        return "";
    }
}
