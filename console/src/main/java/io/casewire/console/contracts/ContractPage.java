package io.casewire.console.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** One page on everything: topics, events and operations, with links to the files beside it. Needs neither scripts nor anything from elsewhere. */
final class ContractPage {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Language language;
    private final JsonNode topics;
    private final Map<String, JsonNode> services;
    private final StringBuilder html = new StringBuilder();

    ContractPage(Language language, JsonNode topics, Map<String, JsonNode> services) {
        this.language = language;
        this.topics = topics;
        this.services = services;
    }

    String html() {
        head();
        topics();
        events();
        services.forEach(this::operations);
        line("</main></body></html>");
        return html.toString();
    }

    private void head() {
        String title = say("Casewire 对外接口", "Casewire: contracts");
        line("<!doctype html><html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<title>" + title + "</title><link rel=\"stylesheet\" href=\"contracts.css\"></head><body><main>");
        line("<h1>" + title + "</h1>");
        line("<p><a href=\"" + language.other().file() + "\">"
                + language.other().say("中文", "English") + "</a></p>");
        line("<p>" + say("Kafka 主题与事件：", "Topics and events: ") + link("asyncapi.json", "asyncapi.json")
                + ", " + link("asyncapi.yaml", "asyncapi.yaml") + " (AsyncAPI 3.0). "
                + say("HTTP 接口（OpenAPI 3.1）：", "HTTP (OpenAPI 3.1): ")
                + String.join(
                        ", ",
                        services.keySet().stream()
                                .map(service -> link("openapi/" + service + ".json", service))
                                .toList())
                + "</p>");
        line("<p>"
                + say(
                        "每条记录都是 CloudEvents 1.0（二进制模式）事件：属性在 ce_… 消息头，正文为 JSON，键为事项编号；同一键的最后一条即当前状态，按 ce_id 去重。",
                        "Every record is a CloudEvent 1.0 in binary mode: attributes in ce_… headers, JSON in the value, the id of the thing as the key."
                                + " The last record of a key is its current state; deduplicate by ce_id.")
                + "</p>");
    }

    private void topics() {
        line("<h2>" + say("主题", "Topics") + "</h2><table><thead><tr>");
        headings(
                say("主题", "topic"),
                say("内容", "what"),
                say("分区", "partitions"),
                say("保存", "kept"),
                say("谁可读取", "who may read"),
                say("事件", "events"));
        topics.path("channels").properties().forEach(channel -> {
            if (channel.getValue().has("x-audience")) {
                topic(channel.getKey(), channel.getValue());
            }
        });
        line("</tbody></table><p>"
                + say(
                        "每个主题另有 主题名-dlt，存放未能处理的记录，保存 90 天，仅运维人员可读。",
                        "Each has a topic <code>NAME-dlt</code> of records that could not be handled, kept for 90 days, for operators only.")
                + "</p>");
    }

    private void topic(String name, JsonNode channel) {
        List<String> events = new ArrayList<>();
        channel.path("messages").propertyNames().forEach(event -> {
            if (topics.at("/components/messages/" + event).path("payload").has("schema")) {
                events.add("<a href=\"#" + escaped(event) + "\">" + escaped(event) + "</a>");
            } else {
                events.add(escaped(titleOf(topics.at("/components/messages/" + event))));
            }
        });
        JsonNode kafka = channel.at("/bindings/kafka");
        row(
                "<code id=\"" + escaped(name) + "\">" + escaped(name) + "</code>",
                escaped(titleOf(channel)),
                String.valueOf(kafka.path("partitions").asInt()),
                kept(kafka.at("/topicConfiguration/retention.ms").asLong()),
                readers(channel.path("x-audience").asString()),
                String.join("<br>", events));
    }

    private String readers(String audience) {
        return switch (audience) {
            case "EVERY_SYSTEM" -> say("各外部系统账号", "every account of another system");
            case "LEDGER" -> say("获授权查看台账的账号", "accounts that were granted the ledger");
            default -> say("无", "nobody else");
        };
    }

    private String kept(long millis) {
        return millis < 0
                ? say("长期", "no expiry")
                : say(
                        Duration.ofMillis(millis).toDays() + " 天",
                        Duration.ofMillis(millis).toDays() + " days");
    }

    private void events() {
        line("<h2>" + say("事件", "Events") + "</h2><table><thead><tr>");
        headings(say("类型（ce_type）", "type (ce_type)"), say("内容", "what"), "JSON Schema", say("样例", "example"));
        topics.at("/components/messages").properties().forEach(message -> {
            String event = escaped(message.getKey());
            if (message.getValue().path("payload").has("schema")) {
                row(
                        "<code id=\"" + event + "\">" + event + "</code>",
                        escaped(titleOf(message.getValue())),
                        link("schema/" + event + ".json", "urn:casewire:schema:" + event),
                        link("golden/" + event + ".json", "JSON"));
            }
        });
        line("</tbody></table>");
    }

    private void operations(String service, JsonNode openapi) {
        line("<h2>" + say("HTTP 接口：", "HTTP: ") + service + "</h2><p>"
                + link("openapi/" + service + ".json", "OpenAPI 3.1") + "</p><table><thead><tr>");
        headings(say("方法", "method"), say("地址", "address"), say("说明（英文）", "what"));
        openapi.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        row(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                "<code>" + escaped(path.getKey()) + "</code>",
                                escaped(operation.getValue().path("summary").asString("")));
                    }
                }));
        line("</tbody></table>");
    }

    private String titleOf(JsonNode thing) {
        return say(thing.path("x-title-zh").asString(), thing.path("title").asString());
    }

    private String say(String chinese, String english) {
        return language.say(chinese, english);
    }

    private void headings(String... names) {
        for (String name : names) {
            html.append("<th scope=\"col\">").append(name).append("</th>");
        }
        line("</tr></thead><tbody>");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        line("</tr>");
    }

    private void line(String text) {
        html.append(text).append('\n');
    }

    private static String link(String address, String text) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
