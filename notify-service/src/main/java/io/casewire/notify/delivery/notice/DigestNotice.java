package io.casewire.notify.delivery.notice;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.matching.Groups;
import io.casewire.notify.subscription.EventKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person is told of several events: by the document they belong to, and within it by case.
 *
 * @param heading such as {@code 每日汇总}
 * @param span from when to when, on the clock of the subscription
 * @param count of all events
 * @param kinds how many of each kind, such as {@code 新案例 24}
 * @param remarks what else is to be known of it
 * @param groups those told in full
 * @param left how many are not
 */
public record DigestNotice(
        Headline heading,
        String span,
        int count,
        List<String> kinds,
        List<String> remarks,
        List<Group> groups,
        int left) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public DigestNotice {
        kinds = List.copyOf(kinds);
        remarks = List.copyOf(remarks);
        groups = List.copyOf(groups);
    }

    /** Reads what a message of type {@link Parcel#DIGEST} tells. */
    public static DigestNotice of(Parcel parcel) {
        JsonNode data = WireJson.mapper().readTree(parcel.body()).path("data");
        String kind = data.path("kind").asString();
        ZoneId zone = ZoneId.of(data.path("zone").asString());
        List<String> kinds = new ArrayList<>();
        data.path("types").properties().forEach(type -> kinds.add(chinese(type.getKey()) + " " + type.getValue()));
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode message : data.path("events")) {
            add(message, groups);
        }
        return new DigestNotice(
                heading(kind),
                clock(data.path("from"), zone) + " 至 " + clock(data.path("until"), zone),
                data.path("count").asInt(),
                kinds,
                remarks(data),
                List.copyOf(groups.values()),
                data.path("left").asInt() + data.path("listed").size());
    }

    private static void add(JsonNode message, Map<String, Group> groups) {
        JsonNode body = message.at("/data/event");
        Class<? extends Event> type =
                WireNames.typeOf(message.path("type").asString()).orElseThrow();
        Event event = WireJson.mapper().treeToValue(body, type);
        Notice notice = Notice.of(event);
        String key = Objects.requireNonNullElse(Groups.of(event), notice.thread());
        groups.computeIfAbsent(key, _ -> new Group(document(event, body, notice), new ArrayList<>()))
                .add(notice);
    }

    /** What the document is called that an event belongs to. */
    private static String document(Event event, JsonNode body, Notice notice) {
        String title = event instanceof ObligationEvent of ? of.obligation().caseTitle() : notice.title();
        JsonNode printed = body.path("document").path("title");
        if (event instanceof ObligationEvent of
                && of.obligation().basis() != null
                && of.obligation().basis().instrument() != null) {
            var instrument = of.obligation().basis().instrument();
            return Optional.ofNullable(instrument.title())
                    .or(() -> Optional.ofNullable(instrument.number()))
                    .orElse(title);
        }
        return printed.isString() ? printed.asString() : title;
    }

    private static Headline heading(String kind) {
        return switch (kind) {
            case "DAY" -> new Headline("每日汇总", "Daily digest");
            case "WEEK" -> new Headline("每周汇总", "Weekly digest");
            case "DOCUMENT" -> new Headline("文件汇总", "About one document");
            default -> new Headline("汇总", "Digest");
        };
    }

    private static List<String> remarks(JsonNode data) {
        List<String> remarks = new ArrayList<>();
        if (data.path("windows").asInt() > 1) {
            remarks.add("服务曾中断，本次合并补发 " + data.path("windows").asInt() + " 期。");
        }
        if (data.path("provisional").asBoolean()) {
            remarks.add("当年放假安排尚未公布，工作日暂按周末推算。");
        }
        return remarks;
    }

    private static String chinese(String type) {
        return Optional.of(type)
                .map(name -> name.substring("casewire.".length(), name.lastIndexOf(".v")))
                .map(EventKind::ofWireName)
                .map(kind -> Headline.of(kind).chinese())
                .orElse(type);
    }

    private static String clock(JsonNode time, ZoneId zone) {
        return CLOCK.format(Instant.parse(time.asString()).atZone(zone));
    }

    /**
     * What happened about one document.
     *
     * @param title of it
     * @param lines one for each case, or for each thing that belongs to none
     */
    public record Group(String title, List<Line> lines) {
        /** The same case again adds what happened to its line. */
        void add(Notice notice) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).thread().equals(notice.thread())
                        && lines.get(i).title().equals(notice.title())) {
                    lines.set(i, lines.get(i).with(notice));
                    return;
                }
            }
            lines.add(new Line(
                    notice.title(),
                    List.of(notice.headline().chinese()),
                    notice.facts(),
                    notice.thread(),
                    notice.caseId()));
        }

        /** How many events there are. */
        public int count() {
            return lines.stream().mapToInt(line -> line.headlines().size()).sum();
        }
    }

    /**
     * What happened to one thing.
     *
     * @param headlines what, in order
     * @param facts as of the last
     * @param caseId null where it is about no one case
     */
    public record Line(
            String title,
            List<String> headlines,
            List<Notice.Fact> facts,
            String thread,
            @Nullable String caseId) {
        public Line {
            headlines = List.copyOf(headlines);
            facts = List.copyOf(facts);
        }

        Line with(Notice notice) {
            List<String> all = new ArrayList<>(headlines);
            all.add(notice.headline().chinese());
            return new Line(title, all, notice.facts(), thread, caseId);
        }
    }
}
