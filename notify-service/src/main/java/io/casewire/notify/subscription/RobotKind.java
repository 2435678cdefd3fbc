package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose robot it is. */
public enum RobotKind {
    /** 企业微信. */
    WECOM,
    /** 钉钉. */
    DINGTALK,
    /** 飞书, Lark elsewhere. */
    FEISHU;

    /** The name in requests and answers, for example {@code wecom}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its robots are. */
    List<String> hosts() {
        return switch (this) {
            case WECOM -> List.of("qyapi.weixin.qq.com");
            case DINGTALK -> List.of("oapi.dingtalk.com");
            case FEISHU -> List.of("open.feishu.cn", "open.larksuite.com");
        };
    }

    /** Whether its robots can have a secret that signs. */
    boolean signs() {
        return switch (this) {
            case WECOM -> false;
            case DINGTALK, FEISHU -> true;
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RobotKind::word).toList();
    }

    static Optional<RobotKind> ofWord(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(text))
                .findFirst();
    }
}
