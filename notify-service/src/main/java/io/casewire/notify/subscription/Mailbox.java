package io.casewire.notify.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of mail, and whether it wants any.
 *
 * @param key lets whoever has a mail of it end the subscription; in every mail, so it is stored as it is
 * @param confirmedAt when the receiver said that it wants them; null while it has not
 * @param unsubscribedAt when the receiver said that it wants no more; null where it has not since
 * @param invitations tokens any of which confirms, oldest first: an attempt whose end is unknown may have arrived
 * @param asked how often the receiver was asked
 * @param askedAt when last
 * @param bounces messages in a row that were refused for good
 */
record Mailbox(
        String address,
        String key,
        @Nullable Instant confirmedAt,
        @Nullable Instant unsubscribedAt,
        List<Invitation> invitations,
        int asked,
        Instant askedAt,
        int bounces) {
    /** As many as attempts are made, and some more. */
    private static final int INVITATIONS_KEPT = 16;

    private static final int TIMES_ASKED = 5;
    private static final Duration BETWEEN_ASKING = Duration.ofHours(24);

    Mailbox {
        invitations = List.copyOf(invitations);
    }

    /** One that is to be asked. */
    static Mailbox asked(String address, Instant now) {
        return new Mailbox(address, MailToken.draw().text(), null, null, List.of(), 1, now, 0);
    }

    /** Asked once more. */
    Mailbox askedAgain(Instant now) {
        return new Mailbox(address, key, null, null, invitations, asked + 1, now, 0);
    }

    boolean mayBeAsked(Instant now) {
        return asked < TIMES_ASKED && !now.isBefore(askedAt.plus(BETWEEN_ASKING));
    }

    Mailbox invited(String digest, Instant expires) {
        List<Invitation> all = new ArrayList<>(invitations);
        all.add(new Invitation(digest, expires));
        return with(
                all.subList(Math.max(0, all.size() - INVITATIONS_KEPT), all.size()),
                confirmedAt,
                unsubscribedAt,
                bounces);
    }

    boolean isInvitedBy(String digest, Instant now) {
        return invitations.stream().anyMatch(one -> one.digest().equals(digest) && now.isBefore(one.expires()));
    }

    Mailbox confirmed(Instant now) {
        return with(invitations, now, null, 0);
    }

    /** The receiver wants no more; a link that confirmed once does not do it again. */
    Mailbox unsubscribed(Instant now) {
        return with(List.of(), null, now, bounces);
    }

    Mailbox bounced(int times) {
        return with(invitations, confirmedAt, unsubscribedAt, times);
    }

    Status status() {
        if (confirmedAt != null) {
            return Status.CONFIRMED;
        }
        return unsubscribedAt == null ? Status.PENDING : Status.UNSUBSCRIBED;
    }

    Channel.Email channel() {
        return new Channel.Email(address, key, confirmedAt != null, bounces);
    }

    private Mailbox with(List<Invitation> tokens, @Nullable Instant wantedSince, @Nullable Instant endedAt, int times) {
        return new Mailbox(address, key, wantedSince, endedAt, tokens, asked, askedAt, times);
    }

    @Override
    public String toString() {
        return "Mailbox";
    }

    /**
     * A token that was sent.
     *
     * @param digest {@link MailToken#digest()}
     */
    record Invitation(String digest, Instant expires) {}

    /** Whether the receiver wants mail. */
    enum Status {
        /** It was asked and has not answered. */
        PENDING,
        CONFIRMED,
        /** It wants no more. */
        UNSUBSCRIBED
    }
}
