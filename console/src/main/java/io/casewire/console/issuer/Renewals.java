package io.casewire.console.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renews a session once, however many pages of a browser ask at the same time: an issuer that replaces tokens of renewal takes the
 * second use of one for theft, and ends the session.
 */
public final class Renewals {
    /** Longer than requests of the same moment are apart. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Asking issuer;
    private final InstantSource clock;
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();

    /** Asks the issuer. */
    @FunctionalInterface
    public interface Asking {
        Optional<IssuedTokens> renew(String renewal) throws SignInFailed;
    }

    public Renewals(Asking issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    private record Begun(Instant at, CompletableFuture<Optional<IssuedTokens>> tokens) {}

    /** As {@link IssuerClient#renew}. */
    public Optional<IssuedTokens> renew(String renewal) throws SignInFailed {
        Instant now = clock.instant();
        begun.values().removeIf(each -> each.at().plus(REMEMBERED).isBefore(now));
        Begun mine = new Begun(now, new CompletableFuture<>());
        Begun first = begun.putIfAbsent(renewal, mine);
        if (first != null) {
            return await(first.tokens());
        }
        try {
            Optional<IssuedTokens> tokens = issuer.renew(renewal);
            mine.tokens().complete(tokens);
            return tokens;
        } catch (SignInFailed | RuntimeException e) {
            // whoever asks next asks the issuer again
            begun.remove(renewal, mine);
            mine.tokens().completeExceptionally(e);
            throw e;
        }
    }

    private static Optional<IssuedTokens> await(CompletableFuture<Optional<IssuedTokens>> tokens) throws SignInFailed {
        try {
            return tokens.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SignInFailed failed) {
                throw new SignInFailed(failed.reason(), String.valueOf(failed.getMessage()), failed);
            }
            throw e;
        }
    }
}
