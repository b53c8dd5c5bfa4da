/**
 * Objects of an S3 bucket. A file that is larger than a part is a multipart upload whose parts are whole blocks, sent a few
 * at once and never kept: a part that has to be sent again is encoded again. A smaller one is a single request.
 *
 * <p>{@link io.focusgen.sink.s3.S3Calls} has a method for each remote call. What is below it only translates to the SDK
 * ({@code DirectS3Calls}); what is above guards each call: in the service by annotations ({@code GuardedS3Calls}), on the
 * command line by a plain loop ({@code RetriedS3Calls}). The SDK itself repeats nothing.
 */
@NullMarked
package io.focusgen.sink.s3;

import org.jspecify.annotations.NullMarked;
