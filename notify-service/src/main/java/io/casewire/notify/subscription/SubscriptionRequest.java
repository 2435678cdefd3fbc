package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as somebody asks for it. Values of criteria are names as typed; {@link CriteriaNames} says what they stand
 * for. An absent criterion asks nothing; one that is there asks something, so it is not empty.
 *
 * @param name the subscriber's own label
 * @param agency for whom; only an operator may name another than the own
 * @param allCases asks for every event of cases, without a criterion; false if absent
 * @param includeHistory false if absent
 * @param active true if absent
 * @param feed true: told of in a private feed alone, without a channel; false if absent
 * @param expiresAt what is recorded from then on is not told; no end if absent
 */
public record SubscriptionRequest(
        @Nullable String name,
        @Nullable String agency,
        @Nullable Set<@Nullable String> kinds,
        @Nullable Set<@Nullable String> domains,
        @Nullable Set<@Nullable String> zones,
        @Nullable Set<@Nullable String> areas,
        @Nullable Set<@Nullable String> regions,
        @Nullable Set<@Nullable String> units,
        @Nullable Set<@Nullable String> originality,
        @Nullable Set<@Nullable String> scopes,
        @Nullable String query,
        @Nullable Set<@Nullable String> strengths,
        @Nullable Set<@Nullable String> genres,
        @Nullable Set<@Nullable String> instruments,
        @Nullable Set<@Nullable String> levels,
        @Nullable Set<@Nullable String> statuses,
        @Nullable Set<@Nullable String> outcomes,
        @Nullable String concerns,
        @Nullable Boolean allCases,
        @Nullable Boolean includeHistory,
        @Nullable Boolean active,
        @Nullable Webhook webhook,
        @Nullable Email email,
        @Nullable Robot robot,
        @Nullable Boolean feed,
        @Nullable Instant expiresAt) {

    /**
     * What is asked for, wherever it is to be sent.
     *
     * @throws org.springframework.web.ErrorResponseException (422) when something in it is not understood
     */
    public Criteria criteria() {
        List<String> wrong = new ArrayList<>();
        Criteria criteria = Requirements.criteria(this, wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return criteria;
    }

    /** Whether any criterion is given. */
    boolean asksSomething() {
        return Stream.of(
                        kinds,
                        domains,
                        zones,
                        areas,
                        regions,
                        units,
                        originality,
                        scopes,
                        query,
                        strengths,
                        genres,
                        instruments,
                        levels,
                        statuses,
                        outcomes,
                        concerns)
                .anyMatch(Objects::nonNull);
    }

    /** Whether history is asked for too. */
    public boolean hasHistory() {
        return Boolean.TRUE.equals(includeHistory);
    }

    boolean wantsToRun() {
        return !Boolean.FALSE.equals(active);
    }

    /**
     * As webhooks, to that URL.
     *
     * @param secret {@code whsec_…}; drawn by the service if absent
     */
    public record Webhook(@Nullable String url, @Nullable String secret) {
        @Override
        public String toString() {
            return "Webhook";
        }
    }

    /** By mail, to that address. */
    public record Email(@Nullable String address) {
        @Override
        public String toString() {
            return "Email";
        }
    }

    /**
     * To a group, by its robot.
     *
     * @param kind {@link RobotKind#word()}
     * @param secret the robot's own; absent where it has none
     */
    public record Robot(
            @Nullable String kind,
            @Nullable String url,
            @Nullable String secret) {
        @Override
        public String toString() {
            return "Robot";
        }
    }
}
