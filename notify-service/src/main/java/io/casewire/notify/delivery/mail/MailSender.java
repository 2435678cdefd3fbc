package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.delivery.channel.Sender;
import io.casewire.notify.delivery.notice.DigestNotice;
import io.casewire.notify.delivery.notice.Notice;
import io.casewire.notify.subscription.Channel.Email;
import io.casewire.notify.subscription.MailAddress;
import io.casewire.notify.subscription.MailOffer;
import io.casewire.notify.subscription.MailToken;
import io.casewire.notify.subscription.Subscriptions;
import io.casewire.outbound.destination.DestinationRefused;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages as mail. A receiver that has not confirmed is sent nothing but the question whether it wants them. */
final class MailSender implements Sender<Email>, MailOffer {
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    private final Invited invited;
    private final PublicUrl links;
    private final InstantSource clock;
    private final @Nullable Post post;

    /** @throws IllegalArgumentException where a host is set and the rest of the settings cannot be used */
    MailSender(MailSettings settings, PublicUrl links, Invited invited, InstantSource clock) {
        this.links = links;
        this.invited = invited;
        this.clock = clock;
        this.post = settings.host() == null ? null : Post.of(settings, settings.host());
    }

    @Override
    public Optional<String> missing() {
        if (post == null) {
            return Optional.of("Messages are not sent by mail here: the operator has set no mail server"
                    + " (casewire.notify.mail.host).");
        }
        return links.base() == null
                ? Optional.of("Messages are not sent by mail here: the operator has not set what links begin with"
                        + " (casewire.notify.public-address).")
                : Optional.empty();
    }

    @Override
    public String endpoint(Email channel) {
        return post().server().endpoint();
    }

    @Override
    public Outcome send(Parcel parcel, Email channel) throws InterruptedException {
        Post current = post();
        try {
            return current.server()
                    .send(
                            parcel.isConfirmation()
                                    ? question(current, parcel, channel)
                                    : told(current, parcel, channel));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail of " + parcel.id() + " could not be made", e);
        }
    }

    private MailMessage told(Post current, Parcel parcel, Email channel) throws MessagingException {
        String end = links.unsubscription(parcel.subscription(), channel.key());
        if (parcel.isDigest()) {
            MailText text = DigestText.of(
                    DigestNotice.of(parcel),
                    links::page,
                    links.log(parcel.subscription()),
                    links.receipt(parcel.id(), channel),
                    end);
            MailMessage digest = message(current, parcel, channel, text);
            digest.putInto(parcel.subject() + ".thread@" + current.domain());
            digest.endsAt(end);
            return digest;
        }
        Notice notice = Notice.of(parcel);
        String page = notice.caseId() == null ? "" : links.page(notice.caseId()).orElse("");
        String receipt = links.receipt(parcel.id(), channel).orElse("");
        MailMessage message = message(current, parcel, channel, MailText.of(notice, page, receipt, end));
        message.putInto(notice.thread() + ".thread@" + current.domain());
        message.endsAt(end);
        return message;
    }

    /** A token of its own for every attempt: what is stored of it does not make another. */
    private MailMessage question(Post current, Parcel parcel, Email channel) throws MessagingException {
        MailToken token = MailToken.draw();
        Instant now = clock.instant();
        String agency = invited.note(parcel, token, now.plus(CONFIRMED_WITHIN), now);
        return message(
                current, parcel, channel, MailText.question(agency, links.confirmation(parcel.subscription(), token)));
    }

    private MailMessage message(Post current, Parcel parcel, Email channel, MailText text) throws MessagingException {
        return new MailMessage(
                current.server().session(),
                parcel.id().value() + "@" + current.domain(),
                current.from(),
                new InternetAddress(channel.address(), true),
                text,
                clock.instant());
    }

    private Post post() {
        if (post == null || links.base() == null) {
            throw new DestinationRefused(missing().orElse("Messages are not sent by mail here."));
        }
        return post;
    }

    /** Notes a token that is about to be sent. */
    @FunctionalInterface
    interface Invited {
        /** Returns the agency that subscribed. */
        String note(Parcel parcel, MailToken token, Instant expires, Instant now);

        static Invited in(Subscriptions subscriptions) {
            return (parcel, token, expires, now) -> {
                subscriptions.invite(parcel.subscription(), token, expires, now);
                return subscriptions
                        .find(parcel.subscription())
                        .map(found -> found.agency())
                        .orElse("");
            };
        }
    }

    /** The server and who writes. */
    private record Post(MailServer server, InternetAddress from) {
        static Post of(MailSettings settings, String host) {
            InternetAddress from = from(settings);
            String sender = settings.envelopeSender() == null
                    ? from.getAddress()
                    : MailAddress.parse(settings.envelopeSender()).value();
            return new Post(new MailServer(settings, host, sender), from);
        }

        String domain() {
            return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        }

        private static InternetAddress from(MailSettings settings) {
            if (settings.from() == null) {
                throw new IllegalArgumentException("casewire.notify.mail.from must be set where a host is");
            }
            try {
                InternetAddress written = new InternetAddress(settings.from(), false);
                String address = MailAddress.parse(written.getAddress()).value();
                return new InternetAddress(address, written.getPersonal(), StandardCharsets.UTF_8.name());
            } catch (AddressException | UnsupportedEncodingException | IllegalArgumentException e) {
                throw new IllegalArgumentException("casewire.notify.mail.from is no address: " + e.getMessage(), e);
            }
        }
    }
}
