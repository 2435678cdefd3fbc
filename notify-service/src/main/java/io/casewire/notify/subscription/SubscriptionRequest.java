package io.casewire.notify.subscription;

import io.casewire.notify.rhythm.Timing;
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
 * @param digest told together by the day or week; at once if absent
 * @param quiet when messages wait; never if absent
 * @param group {@code DOCUMENT}: what happens about one document within a while is told in one message; each event in its own if absent
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
        @Nullable Instant expiresAt,
        @Nullable Digest digest,
        @Nullable Quiet quiet,
        @Nullable String group) {

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

    /**
     * When it is to be told.
     *
     * @throws org.springframework.web.ErrorResponseException (422) when something in it is not understood
     */
    public Timing timing() {
        List<String> wrong = new ArrayList<>();
        Timing timing = new Timings(wrong).read(this);
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return timing;
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
     * Told together.
     *
     * @param every {@code DAY} if absent
     * @param at {@code HH:mm}; 08:30 if absent
     * @param on day of the week, for those by the week; Monday if absent
     * @param zone an IANA name; Asia/Shanghai if absent
     * @param workdaysOnly false if absent
     */
    public record Digest(
            @Nullable String every,
            @Nullable String at,
            @Nullable String on,
            @Nullable String zone,
            @Nullable Boolean workdaysOnly) {}

    /**
     * When messages wait.
     *
     * @param from {@code HH:mm}
     * @param until {@code HH:mm}
     * @param zone an IANA name; Asia/Shanghai if absent
     * @param workdaysOnly whether days that are no working days are quiet; false if absent
     * @param urgent whether reminders of deadlines go out all the same; false if absent
     */
    public record Quiet(
            @Nullable String from,
            @Nullable String until,
            @Nullable String zone,
            @Nullable Boolean workdaysOnly,
            @Nullable Boolean urgent) {}

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
