package io.casewire.notify.delivery.robot;

import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.delivery.channel.Sender;
import io.casewire.notify.delivery.notice.DigestNotice;
import io.casewire.notify.delivery.notice.Notice;
import io.casewire.notify.delivery.webhook.Posted;
import io.casewire.notify.delivery.webhook.WebhookClient;
import io.casewire.notify.subscription.Channel.Robot;
import io.casewire.notify.subscription.MailToken;
import io.casewire.notify.subscription.Pace;
import io.casewire.notify.subscription.Pace.Limit;
import io.casewire.notify.subscription.RobotKind;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages to groups, by the client that sends webhooks, at the pace the provider takes them; where several instances
 * send at once, the provider's own refusal makes them wait. */
@Component
class RobotSender implements Sender<Robot> {
    private static final int DIGEST_SHOWN = 12;
    private static final Limit TWENTY_A_MINUTE = new Limit(20, Duration.ofMinutes(1));
    private static final List<Limit> FEISHU =
            List.of(new Limit(100, Duration.ofMinutes(1)), new Limit(5, Duration.ofSeconds(1)));

    private final Destinations destinations;
    private final WebhookClient client;
    private final PublicUrl links;
    private final InstantSource clock;
    private final Pace pace = new Pace();

    RobotSender(Destinations destinations, WebhookClient client, PublicUrl links, InstantSource clock) {
        this.destinations = destinations;
        this.client = client;
        this.links = links;
        this.clock = clock;
    }

    /** A robot by itself: what it is asked too much of is no fault of others at its host. */
    @Override
    public String endpoint(Robot channel) {
        return destinations.parse(channel.url()).key()
                + "/#"
                + new MailToken(channel.url()).digest().substring(0, DIGEST_SHOWN);
    }

    @Override
    public Outcome send(Parcel parcel, Robot channel) throws InterruptedException {
        Instant now = clock.instant();
        Duration wait = pace.take(channel.url(), limits(channel.kind()), now);
        if (!wait.isZero()) {
            return new Outcome.Deferred(wait);
        }
        RobotMessage message = message(parcel, channel);
        int part = Math.min(parcel.sent(), message.parts() - 1);
        Posted posted = client.post(target(channel, now), message.body(channel, part, now), Map.of());
        return switch (posted) {
            case Posted.Answered answered -> {
                Outcome outcome = RobotAnswers.of(channel, answered);
                yield outcome instanceof Outcome.Delivered taken && part < message.parts() - 1
                        ? new Outcome.Continued(taken.status(), taken.excerpt(), part + 1)
                        : outcome;
            }
            case Posted.Failed failed -> withoutSecrets(failed.outcome(), channel);
        };
    }

    private RobotMessage message(Parcel parcel, Robot channel) {
        Optional<String> receipt = links.receipt(parcel.id(), channel);
        if (parcel.isDigest()) {
            return RobotMessage.of(channel.kind(), DigestNotice.of(parcel), links.log(parcel.subscription()), receipt);
        }
        Notice notice = Notice.of(parcel);
        Optional<String> page = notice.caseId() == null ? Optional.empty() : links.page(notice.caseId());
        return RobotMessage.of(channel.kind(), notice, page, receipt);
    }

    private Endpoint target(Robot channel, Instant now) {
        if (channel.kind() != RobotKind.DINGTALK || channel.secret() == null) {
            return destinations.parse(channel.url());
        }
        long milliseconds = now.toEpochMilli();
        String signature =
                URLEncoder.encode(RobotSignature.dingtalk(milliseconds, channel.secret()), StandardCharsets.UTF_8);
        char joint = channel.url().indexOf('?') < 0 ? '?' : '&';
        return destinations.parse(channel.url() + joint + "timestamp=" + milliseconds + "&sign=" + signature);
    }

    private static Outcome withoutSecrets(Outcome failed, Robot channel) {
        return failed instanceof Outcome.Unreachable unreachable
                ? new Outcome.Unreachable(RobotAnswers.withoutSecrets(unreachable.reason(), channel))
                : failed;
    }

    private static List<Limit> limits(RobotKind kind) {
        return switch (kind) {
            case WECOM, DINGTALK -> List.of(TWENTY_A_MINUTE);
            case FEISHU -> FEISHU;
        };
    }
}
