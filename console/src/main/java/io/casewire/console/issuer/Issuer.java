package io.casewire.console.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the issuer says of itself, asked for at the first sign-in rather than at the start, and its keys. */
final class Issuer {
    /** Asymmetric only, as the services take them. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private static final int CONNECT_MS = (int) Duration.ofSeconds(2).toMillis();
    private static final int READ_MS = (int) Duration.ofSeconds(5).toMillis();
    private static final int MAX_KEYS_BYTES = 100_000;

    private final URI address;
    private final ClientID client;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Known known;

    Issuer(URI address, ClientID client) {
        this.address = address;
        this.client = client;
    }

    /** Its metadata, and what checks its ID tokens. */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator idTokens) {}

    Known known() throws SignInFailed {
        Known found = known;
        if (found != null) {
            return found;
        }
        lock.lock();
        try {
            if (known == null) {
                known = discover();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Has a request end in time and not be led elsewhere. */
    static HTTPRequest bounded(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MS);
        request.setReadTimeout(READ_MS);
        request.setFollowRedirects(false);
        return request;
    }

    private Known discover() throws SignInFailed {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new com.nimbusds.oauth2.sdk.id.Issuer(address), Issuer::bounded);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(CONNECT_MS, READ_MS, MAX_KEYS_BYTES))
                    .build();
            return new Known(
                    metadata,
                    new IDTokenValidator(
                            metadata.getIssuer(), client, new JWSVerificationKeySelector<>(ALGORITHMS, keys), null));
        } catch (GeneralException | MalformedURLException | IllegalArgumentException e) {
            throw new SignInFailed(
                    SignInFailed.Reason.ISSUER_AWAY, "What " + address + " says of itself cannot be used.", e);
        } catch (IOException e) {
            throw new SignInFailed(SignInFailed.Reason.ISSUER_AWAY, address + " cannot be reached.", e);
        }
    }
}
