package io.casewire.identity.web;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

/**
 * Asks the issuer for its metadata at the first token rather than at start-up, so that a service starts, and serves public
 * reading, while the issuer is down. Until it answers, a token is neither good nor bad: {@link JwtException}, told to the
 * caller as 503.
 */
final class IssuerDecoder implements JwtDecoder {
    private final Supplier<JwtDecoder> discovery;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable JwtDecoder found;

    IssuerDecoder(Supplier<JwtDecoder> discovery) {
        this.discovery = discovery;
    }

    @Override
    public Jwt decode(String token) {
        JwtDecoder decoder = found;
        return (decoder == null ? discover() : decoder).decode(token);
    }

    private JwtDecoder discover() {
        lock.lock();
        try {
            JwtDecoder decoder = found;
            if (decoder == null) {
                decoder = discovery.get();
                found = decoder;
            }
            return decoder;
        } catch (IllegalArgumentException | IllegalStateException | RestClientException e) {
            throw new JwtException("The issuer's metadata cannot be had.", e);
        } finally {
            lock.unlock();
        }
    }
}
