package io.casewire.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How busy and how healthy each host is, as this instance sees it: a limit of attempts under way, and a circuit breaker,
 * so that a host that is slow or gone keeps no more than its share of workers.
 */
final class Endpoints {
    private final DeliverySettings settings;
    private final Map<String, State> states = new HashMap<>();

    Endpoints(DeliverySettings settings) {
        this.settings = settings;
    }

    /** Takes a place for an attempt; false when there is none. */
    synchronized boolean enter(String endpoint, Instant now) {
        State state = states.computeIfAbsent(endpoint, _ -> new State());
        if (!open(state, now)) {
            return false;
        }
        state.underWay++;
        return true;
    }

    /** Gives the place back. */
    synchronized void leave(String endpoint, Health health, Instant now) {
        State state = states.computeIfAbsent(endpoint, _ -> new State());
        state.underWay--;
        switch (health) {
            case ANSWERS -> {
                state.failures = 0;
                state.pausedUntil = Instant.MIN;
            }
            case FAILS -> {
                state.failures++;
                if (state.failures >= settings.breakerFailures()) {
                    state.pausedUntil = now.plus(pause(state.failures - settings.breakerFailures()));
                }
            }
            case UNKNOWN -> {}
        }
        if (state.underWay == 0 && state.failures == 0) {
            states.remove(endpoint);
        }
    }

    /** Those to which nothing may be sent now. */
    synchronized Set<String> closed(Instant now) {
        Set<String> closed = new HashSet<>();
        states.forEach((endpoint, state) -> {
            if (!open(state, now)) {
                closed.add(endpoint);
            }
        });
        return closed;
    }

    private boolean open(State state, Instant now) {
        if (state.failures < settings.breakerFailures()) {
            return state.underWay < settings.perEndpoint();
        }
        // half open: one attempt finds out
        return !now.isBefore(state.pausedUntil) && state.underWay == 0;
    }

    private Duration pause(int times) {
        Duration longest = settings.breakerLongestPause();
        Duration pause = settings.breakerPause();
        for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** What an attempt said about its host. */
    enum Health {
        /** It answered, be it a refusal. */
        ANSWERS,
        /** It did not, or only to say that it is out of order. */
        FAILS,
        /** It was not asked. */
        UNKNOWN
    }

    private static final class State {
        private int underWay;
        private int failures;
        private Instant pausedUntil = Instant.MIN;
    }
}
