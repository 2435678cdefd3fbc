package io.casewire.console.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.console.issuer.SignInFailed.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalsTests {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void pagesThatAskAtTheSameMomentGetTheSameTokens() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        Renewals renewals = new Renewals(
                _ -> {
                    awaitQuietly(all);
                    return tokens();
                },
                () -> now);
        try (ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<IssuedTokens>> page = () -> renewals.renew("old");
            List<Future<Optional<IssuedTokens>>> answers =
                    IntStream.range(0, 8).mapToObj(_ -> pages.submit(page)).toList();
            all.countDown();
            for (Future<Optional<IssuedTokens>> answer : answers) {
                assertThat(answer.get()).contains(new IssuedTokens("access-1", "renewal-1", null));
            }
        }
        assertThat(renewals.renew("old")).contains(new IssuedTokens("access-1", "renewal-1", null));
        assertThat(asked).hasValue(1);
    }

    @Test
    void issuerIsAskedAgainLater() throws SignInFailed {
        Renewals renewals = new Renewals(_ -> tokens(), () -> now);
        renewals.renew("old");
        now = now.plusSeconds(31);
        assertThat(renewals.renew("old")).contains(new IssuedTokens("access-2", "renewal-2", null));
    }

    @Test
    void issuerThatWasAwayIsAskedAgainAtOnce() throws SignInFailed {
        Renewals renewals = new Renewals(
                _ -> {
                    if (asked.get() == 0) {
                        asked.incrementAndGet();
                        throw new SignInFailed(Reason.ISSUER_AWAY, "away");
                    }
                    return tokens();
                },
                () -> now);
        assertThatThrownBy(() -> renewals.renew("old")).isInstanceOf(SignInFailed.class);
        assertThat(renewals.renew("old")).isPresent();
    }

    private Optional<IssuedTokens> tokens() {
        int number = asked.incrementAndGet();
        return Optional.of(new IssuedTokens("access-" + number, "renewal-" + number, null));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
