package io.casewire.notify.delivery.robot;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.delivery.notice.DigestNotice;
import io.casewire.notify.delivery.notice.Notice;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.RobotKind;
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
    /** Bytes that a line takes besides its text. */
    private static final int LINE = 4;
    /** Bytes for what frames the text, and for the line that says how much is left out. */
    private static final int RESERVED = 150;

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

    /**
     * The same of several events: as many lines as there is room for, and how many events there are besides.
     *
     * @param link to where all of it can be read
     */
    static RobotMessage of(DigestNotice notice, Optional<String> link, RobotKind kind) {
        String title = "【Casewire】" + notice.heading().chinese() + "：共 " + notice.count() + " 项";
        List<String> lines = new ArrayList<>(List.of(notice.span(), String.join("、", notice.kinds())));
        lines.addAll(notice.remarks());
        int room = (kind == RobotKind.WECOM ? WECOM_BYTES : OTHER_BYTES)
                - RESERVED
                - TITLE_BYTES
                - link.map(ShortText::bytes).orElse(0)
                - lines.stream().mapToInt(RobotMessage::room).sum();
        int left = notice.left();
        for (DigestNotice.Group group : notice.groups()) {
            String heading = "《" + group.title() + "》" + group.count() + " 项";
            boolean headed = false;
            for (DigestNotice.Line line : group.lines()) {
                String shown = String.join("、", line.headlines()) + "：" + line.title();
                int wanted = room(shown) + (headed ? 0 : room(heading));
                if (room < wanted) {
                    room = 0;
                    left += line.headlines().size();
                    continue;
                }
                if (!headed) {
                    lines.add(heading);
                    headed = true;
                }
                lines.add(shown);
                room -= wanted;
            }
        }
        if (left > 0) {
            lines.add("另有 " + left + " 项");
        }
        return new RobotMessage(title, lines, link);
    }

    private static int room(String line) {
        return ShortText.bytes(harmless(line)) + LINE;
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
