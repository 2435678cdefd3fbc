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
 * A message in the form a provider documents; one that is longer than the provider takes is several, numbered （1/3）.
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
    /** Of {@code ### }, line ends, and the number of a part in brackets. */
    private static final int NUMBER_BYTES = 20;
    /** Of what stands around a line. */
    private static final int LINE_BYTES = 4;

    private static final String DETAILS = "查看详情";
    private static final String SIGN = "签收";

    private final String title;
    private final List<List<String>> parts;
    private final Map<String, String> links;
    private final RobotKind kind;

    private RobotMessage(RobotKind kind, String title, List<String> lines, Map<String, String> links) {
        this.kind = kind;
        this.title = ShortText.within(title, TITLE_BYTES);
        this.links = new LinkedHashMap<>(links);
        List<String> shown = kind == RobotKind.FEISHU
                ? lines
                : lines.stream().map(RobotMessage::harmless).toList();
        int besides = ShortText.bytes(harmless(this.title)) + NUMBER_BYTES + ShortText.bytes(ends());
        this.parts = Parts.of(shown, (kind == RobotKind.WECOM ? WECOM_BYTES : OTHER_BYTES) - besides, LINE_BYTES);
    }

    /**
     * What a robot of that kind is told.
     *
     * @param page about it; empty where there is none
     * @param receipt where somebody signs for it; empty where nobody can
     */
    static RobotMessage of(RobotKind kind, Notice notice, Optional<String> page, Optional<String> receipt) {
        List<String> lines = new ArrayList<>();
        notice.facts().forEach(fact -> lines.add(fact.chinese() + "：" + fact.value()));
        Map<String, String> links = new LinkedHashMap<>();
        page.ifPresent(url -> links.put(DETAILS, url));
        receipt.ifPresent(url -> links.put(SIGN, url));
        return new RobotMessage(kind, "【Casewire】" + notice.headline().chinese() + "：" + notice.title(), lines, links);
    }

    /**
     * The same of several events: as many lines as there is room for, and how many events there are besides.
     *
     * @param log where all of it can be read; empty where that is not known
     * @param receipt where somebody signs for it; empty where nobody can
     */
    static RobotMessage of(RobotKind kind, DigestNotice notice, Optional<String> log, Optional<String> receipt) {
        String title = "【Casewire】" + notice.heading().chinese() + "：共 " + notice.count() + " 项";
        List<String> lines = new ArrayList<>(List.of(notice.span(), String.join("、", notice.kinds())));
        lines.addAll(notice.remarks());
        int room = (kind == RobotKind.WECOM ? WECOM_BYTES : OTHER_BYTES)
                - RESERVED
                - TITLE_BYTES
                - log.map(ShortText::bytes).orElse(0)
                - receipt.map(ShortText::bytes).orElse(0)
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
        Map<String, String> links = new LinkedHashMap<>();
        log.ifPresent(url -> links.put(DETAILS, url));
        receipt.ifPresent(url -> links.put(SIGN, url));
        return new RobotMessage(kind, title, lines, links);
    }

    private static int room(String line) {
        return ShortText.bytes(harmless(line)) + LINE;
    }

    /** How many messages it takes. */
    int parts() {
        return parts.size();
    }

    /** The body to post to that robot: of the first part for 0; links are in the last. */
    byte[] body(Channel.Robot robot, int part, Instant now) {
        Map<String, Object> body =
                switch (kind) {
                    case WECOM -> Map.of("msgtype", "markdown", "markdown", Map.of("content", markdown(part)));
                    case DINGTALK ->
                        Map.of(
                                "msgtype",
                                "markdown",
                                "markdown",
                                Map.of("title", harmless(title(part)), "text", markdown(part)));
                    case FEISHU -> feishu(robot, part, now);
                };
        return WireJson.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private String title(int part) {
        return parts.size() == 1 ? title : title + "（" + (part + 1) + "/" + parts.size() + "）";
    }

    private boolean isLast(int part) {
        return part == parts.size() - 1;
    }

    private String ends() {
        StringBuilder ends = new StringBuilder();
        links.forEach((word, url) ->
                ends.append("\n\n[").append(word).append("](").append(url).append(')'));
        return ends.toString();
    }

    private String markdown(int part) {
        StringBuilder text =
                new StringBuilder("### ").append(harmless(title(part))).append('\n');
        parts.get(part).forEach(line -> text.append("\n> ").append(line).append('\n'));
        return text.append(isLast(part) ? ends() : "").toString();
    }

    private Map<String, Object> feishu(Channel.Robot robot, int part, Instant now) {
        List<List<Map<String, String>>> paragraphs = new ArrayList<>();
        parts.get(part).forEach(line -> paragraphs.add(List.of(Map.of("tag", "text", "text", line))));
        if (isLast(part)) {
            links.forEach((word, url) -> paragraphs.add(List.of(Map.of("tag", "a", "text", word, "href", url))));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (robot.secret() != null) {
            long seconds = now.getEpochSecond();
            body.put("timestamp", Long.toString(seconds));
            body.put("sign", RobotSignature.feishu(seconds, robot.secret()));
        }
        body.put("msg_type", "post");
        body.put("content", Map.of("post", Map.of("zh_cn", Map.of("title", title(part), "content", paragraphs))));
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
