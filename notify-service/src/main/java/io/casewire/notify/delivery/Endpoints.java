package io.casewire.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How busy and how healthy each endpoint is, as this instance sees it: a limit of attempts under way, a circuit breaker,
 * so that an endpoint that is slow or gone keeps no more than its share of workers, and the pauses receivers ask for.
 */
final class Endpoints {
    private final DeliverySettings settings;
    private final Map<String, State> states = new HashMap<>();
    private final Map<Lane, Instant> pauses = new HashMap<>();

    Endpoints(DeliverySettings settings) {
        this.settings = settings;
    }

    /** Takes a place for an attempt; false when there is none now. */
    synchronized boolean enter(String endpoint, Instant now) {
        State state = states.computeIfAbsent(endpoint, _ -> new State());
        if (!open(state, now)) {
            return false;
        }
        state.underWay++;
        return true;
    }

    /** Gives the place back. */
    synchronized void leave(Lane lane, Report report, Instant now) {
        State state = states.computeIfAbsent(lane.endpoint(), _ -> new State());
        state.underWay--;
        switch (report.health()) {
            case ANSWERS -> {
                state.failures = 0;
                state.openUntil = Instant.MIN;
            }
            case FAILS -> fail(state, 1, now);
            case HANGS -> fail(state, settings.breakerFailures(), now);
            case UNKNOWN -> {}
        }
        if (state.underWay == 0 && state.failures == 0) {
            states.remove(lane.endpoint());
        }
        if (report.pauseUntil() != null) {
            pauses.merge(lane, report.pauseUntil(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Whether the receiver asked to be spared for now. */
    synchronized boolean isPaused(Lane lane, Instant now) {
        Instant until = pauses.get(lane);
        return until != null && now.isBefore(until);
    }

    /** Where nothing may be sent now. */
    synchronized Skipped skipped(Instant now) {
        pauses.values().removeIf(until -> !now.isBefore(until));
        Set<String> closed = new HashSet<>();
        states.forEach((endpoint, state) -> {
            if (!open(state, now)) {
                closed.add(endpoint);
            }
        });
        return new Skipped(closed, pauses.keySet());
    }

    private void fail(State state, int weight, Instant now) {
        boolean open = state.failures >= settings.breakerFailures();
        if (open && now.isBefore(state.openUntil)) {
            // it was under way when the breaker opened, so it is no trial
            return;
        }
        state.failures = open ? state.failures + 1 : Math.min(state.failures + weight, settings.breakerFailures());
        if (state.failures >= settings.breakerFailures()) {
            state.openUntil = now.plus(breakerPause(state.failures - settings.breakerFailures()));
        }
    }

    private boolean open(State state, Instant now) {
        if (state.failures < settings.breakerFailures()) {
            return state.underWay < settings.perEndpoint();
        }
        // half open: one attempt finds out
        return !now.isBefore(state.openUntil) && state.underWay == 0;
    }

    private Duration breakerPause(int times) {
        Duration max = settings.breakerMaxPause();
        Duration pause = settings.breakerPause();
        for (int i = 0; i < times && pause.compareTo(max) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(max) > 0 ? max : pause;
    }

    /** What an attempt said about its endpoint. */
    enum Health {
        /** It answered, be it a refusal. */
        ANSWERS,
        /** It did not, or only to say that it is out of order. */
        FAILS,
        /** It kept its attempt beyond every limit: one is enough. */
        HANGS,
        /** It was not asked. */
        UNKNOWN
    }

    /**
     * What an attempt said about its endpoint.
     *
     * @param pauseUntil until when the receiver asks to be spared; null where it does not
     */
    record Report(Health health, @Nullable Instant pauseUntil) {
        static final Report UNKNOWN = new Report(Health.UNKNOWN, null);
        static final Report ANSWERS = new Report(Health.ANSWERS, null);
        static final Report FAILS = new Report(Health.FAILS, null);
        static final Report HANGS = new Report(Health.HANGS, null);
    }

    private static final class State {
        private int underWay;
        private int failures;
        private Instant openUntil = Instant.MIN;
    }
}
