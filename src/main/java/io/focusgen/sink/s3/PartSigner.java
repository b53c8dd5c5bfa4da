package io.focusgen.sink.s3;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignerProperty;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signs as the SDK does, but reads a part where it lies. Where the payload is signed, which is over http, the SDK's
 * asynchronous way copies the whole of it first, so that a part is in memory twice.
 */
final class PartSigner implements AwsV4HttpSigner {

    /** All that the SDK's signer looks at, as the interfaces of it list them. */
    private static final List<SignerProperty<?>> PROPERTIES = List.of(REGION_NAME, SERVICE_SIGNING_NAME, SIGNING_CLOCK,
            DOUBLE_URL_ENCODE, NORMALIZE_PATH, AUTH_LOCATION, EXPIRATION_DURATION, PAYLOAD_SIGNING_ENABLED,
            CHUNK_ENCODING_ENABLED, CHECKSUM_ALGORITHM);

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** The SDK's scheme with this signer. */
    static AwsV4AuthScheme scheme() {
        AwsV4AuthScheme scheme = AwsV4AuthScheme.create();
        PartSigner signer = new PartSigner();
        return new AwsV4AuthScheme() {
            @Override
            public String schemeId() {
                return scheme.schemeId();
            }

            @Override
            public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
                return scheme.identityProvider(providers);
            }

            @Override
            public AwsV4HttpSigner signer() {
                return signer;
            }
        };
    }

    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
        return signer.sign(request);
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
        return request.payload().orElse(null) instanceof PartBody body
                ? CompletableFuture.completedFuture(sign(request, body))
                : signer.signAsync(request);
    }

    private AsyncSignedRequest sign(AsyncSignRequest<? extends AwsCredentialsIdentity> request, PartBody body) {
        SignRequest.Builder<AwsCredentialsIdentity> inPlace = SignRequest.<AwsCredentialsIdentity>builder(
                request.identity()).request(request.request()).payload(body::open);
        PROPERTIES.forEach(property -> copy(property, request, inPlace));
        return AsyncSignedRequest.builder().request(signer.sign(inPlace.build()).request()).payload(body).build();
    }

    private static <T> void copy(SignerProperty<T> property, AsyncSignRequest<?> from,
            SignRequest.Builder<AwsCredentialsIdentity> to) {
        if (from.hasProperty(property)) {
            to.putProperty(property, from.property(property));
        }
    }
}
