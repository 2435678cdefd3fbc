package io.casewire.notify.delivery.robot;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.delivery.notice.Notice;
import io.casewire.notify.subscription.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message in the form a provider documents.
 *
 * <ul>
 *   <li>WeCom: {@code markdown}, at most 4,096 bytes (developer.work.weixin.qq.com, 91770)
 *   <li>DingTalk: {@code markdown}, at most 20,000 bytes in all; signed in the query (open.dingtalk.com, custom robots)
 *   <li>Feishu: {@code post}, at most 20 KB in all; signed in the body (open.feishu.cn, custom bot)
 * </ul>
 */
final class RobotMessage {
    private static final int WECOM_BYTES = 4096;
    // the limit is on the request, in which a character of JSON may take more room than in the text
    private static final int OTHER_BYTES = 9000;
    private static final int TITLE_BYTES = 400;
    private static final String DETAILS = "查看详情";

    private final String title;
    private final List<String> lines;
    private final Optional<String> link;

    private RobotMessage(String title, List<String> lines, Optional<String> link) {
        this.title = ShortText.within(title, TITLE_BYTES);
        this.lines = List.copyOf(lines);
        this.link = link;
    }

    /** @param link to a page about it */
    static RobotMessage of(Notice notice, Optional<String> link) {
        List<String> lines = new ArrayList<>();
        notice.facts().forEach(fact -> lines.add(fact.chinese() + "：" + fact.value()));
        return new RobotMessage("【Casewire】" + notice.headline().chinese() + "：" + notice.title(), lines, link);
    }

    /** The body to post to that robot. */
    byte[] body(Channel.Robot robot, Instant now) {
        Map<String, Object> body =
                switch (robot.kind()) {
                    case WECOM -> Map.of("msgtype", "markdown", "markdown", Map.of("content", markdown(WECOM_BYTES)));
                    case DINGTALK ->
                        Map.of(
                                "msgtype",
                                "markdown",
                                "markdown",
                                Map.of("title", harmless(title), "text", markdown(OTHER_BYTES)));
                    case FEISHU -> feishu(robot, now);
                };
        return WireJson.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private String markdown(int maxBytes) {
        String end = link.map(url -> "\n\n[" + DETAILS + "](" + url + ")").orElse("");
        StringBuilder text = new StringBuilder("### ").append(harmless(title)).append('\n');
        lines.forEach(line -> text.append("\n> ").append(harmless(line)).append('\n'));
        return ShortText.within(text.toString(), maxBytes - ShortText.bytes(end)) + end;
    }

    private Map<String, Object> feishu(Channel.Robot robot, Instant now) {
        List<List<Map<String, String>>> paragraphs = new ArrayList<>();
        int room = OTHER_BYTES;
        for (String line : lines) {
            String shown = ShortText.within(line, Math.max(room, 3));
            room -= ShortText.bytes(shown);
            if (room > 0) {
                paragraphs.add(List.of(Map.of("tag", "text", "text", shown)));
            }
        }
        link.ifPresent(url -> paragraphs.add(List.of(Map.of("tag", "a", "text", DETAILS, "href", url))));
        Map<String, Object> body = new LinkedHashMap<>();
        if (robot.secret() != null) {
            long seconds = now.getEpochSecond();
            body.put("timestamp", Long.toString(seconds));
            body.put("sign", RobotSignature.feishu(seconds, robot.secret()));
        }
        body.put("msg_type", "post");
        body.put("content", Map.of("post", Map.of("zh_cn", Map.of("title", title, "content", paragraphs))));
        return body;
    }

    /** What a document prints is text, whatever Markdown would make of it: links, mentions, markup. */
    private static String harmless(String text) {
        return text.codePoints()
                .map(c -> "[]<>*`#!_~\\|".indexOf(c) < 0 ? c : c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
