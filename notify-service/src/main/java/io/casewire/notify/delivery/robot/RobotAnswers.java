package io.casewire.notify.delivery.robot;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.webhook.Posted;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.RobotKind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a robot's answer means: HTTP 200 says little, the code in it what became of the message. */
final class RobotAnswers {
    private static final int OK = 200;

    private RobotAnswers() {}

    /** What came of a message that was answered so. */
    static Outcome of(Channel.Robot robot, Posted.Answered answered) {
        String excerpt = withoutSecrets(answered.excerpt(), robot);
        if (answered.status() != OK) {
            return new Outcome.Rejected(answered.status(), excerpt, answered.retryAfter());
        }
        JsonNode code = code(robot.kind(), answered.excerpt());
        if (code == null || !code.isIntegralNumber()) {
            return new Outcome.Declined(
                    OK, excerpt, "The robot's answer has no code that says what became of it.", null);
        }
        long number = code.longValue();
        if (number == 0) {
            return new Outcome.Delivered(OK, excerpt);
        }
        boolean tooFast = tooFast(robot.kind()).contains(number);
        return new Outcome.Declined(
                OK,
                excerpt,
                "The robot refused it with code " + number + (tooFast ? ": too many messages." : "."),
                tooFast ? pause(robot.kind()) : null);
    }

    /** The text without what lets somebody write to the group. */
    static String withoutSecrets(String text, Channel.Robot robot) {
        String shown = text;
        String url = robot.url();
        shown = shown.replace(url, "…");
        String rest = url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf('=')) + 1);
        shown = rest.isEmpty() ? shown : shown.replace(rest, "…");
        return robot.secret() == null ? shown : shown.replace(robot.secret(), "…");
    }

    private static @Nullable JsonNode code(RobotKind kind, String answer) {
        try {
            JsonNode read = WireJson.mapper().readTree(answer);
            return switch (kind) {
                case WECOM, DINGTALK -> read.get("errcode");
                case FEISHU -> read.has("code") ? read.get("code") : read.get("StatusCode");
            };
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Set<Long> tooFast(RobotKind kind) {
        return switch (kind) {
            case WECOM -> Set.of(45009L, 45033L);
            case DINGTALK -> Set.of(130101L, 410100L, 90030L, 660026L);
            case FEISHU -> Set.of(9499L, 11232L);
        };
    }

    // as long as the provider then takes nothing
    private static Duration pause(RobotKind kind) {
        return switch (kind) {
            case WECOM, FEISHU -> Duration.ofMinutes(1);
            case DINGTALK -> Duration.ofMinutes(10);
        };
    }
}
