package io.casewire.notify.delivery.notice;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.matching.Titles;
import io.casewire.notify.subscription.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person is told of an event: the same for everybody, and nothing its message has not.
 *
 * @param title of what it is about, or its id where it has none
 * @param facts in order
 * @param thread id of the case it belongs to, else of what it is about: what a mailbox shows together
 * @param caseId null where it is about no one case
 */
public record Notice(
        Headline headline,
        String title,
        List<Fact> facts,
        String thread,
        @Nullable String caseId) {
    private static final int MAX_SUMMARY = 300;
    private static final int MAX_TITLE = 200;

    public Notice {
        facts = List.copyOf(facts);
    }

    /**
     * Reads what a message tells.
     *
     * @throws IllegalArgumentException for an event nobody is told of
     */
    public static Notice of(Parcel parcel) {
        if (parcel.type().equals(Parcel.STOPPED)) {
            return ofStopped(WireJson.mapper().readTree(parcel.body()));
        }
        Class<? extends Event> type = WireNames.typeOf(parcel.type())
                .orElseThrow(() -> new IllegalArgumentException("No event is called " + parcel.type()));
        JsonNode event = WireJson.mapper().readTree(parcel.body()).at("/data/event");
        return of(WireJson.mapper().treeToValue(event, type));
    }

    private static Notice ofStopped(JsonNode message) {
        JsonNode data = message.path("data");
        String id = data.path("subscription").asString("");
        return new Notice(
                Headline.STOPPED,
                shortened(line(data.path("label").asString(id)), MAX_TITLE),
                new Facts()
                        .add("情况", "What happened", "接收地址已停用，或连续多日无法送达，订阅已暂停，不再发送。")
                        .add("原因", "Reason", data.path("reason").asString(""))
                        .add("时间", "Time", message.path("timestamp").asString(""))
                        .add("订阅编号", "Subscription", id)
                        .add("恢复", "To go on", "接收端恢复后，请在订阅页面或用 POST …/subscriptions/" + id + "/resume 恢复，可补发期间的消息。")
                        .all(),
                id,
                null);
    }

    static Notice of(Event event) {
        EventKind kind = EventKind.of(event)
                .orElseThrow(() -> new IllegalArgumentException("Nobody is told of " + event.eventId()));
        String title = Titles.of(event);
        String caseId = caseId(event);
        return new Notice(
                Headline.of(kind),
                shortened(title == null || title.isBlank() ? event.key() : line(title), MAX_TITLE),
                facts(event),
                caseId == null ? event.key() : caseId,
                caseId);
    }

    private static List<Fact> facts(Event event) {
        return switch (event) {
            case CaseEvent of -> ofCase(of.content(), of.document());
            case TaskEvent of -> ofDocument(new Facts(), of.document()).all();
            case EvidenceEvent of -> ofDocument(new Facts(), of.document()).all();
            case DocumentEvent.DocumentPublished of ->
                new Facts()
                        .add("文号", "Number", of.document().documentNumber())
                        .add("发文单位", "Issuer", of.document().issuer())
                        .all();
            case DocumentEvent.DocumentRejected of ->
                new Facts().add("原因", "Reason", of.reason()).all();
            case LinkEvent of ->
                new Facts()
                        .add("依据", "Reasons", String.join("；", of.link().reasons()))
                        .all();
            case ObligationEvent of -> ofObligation(of.obligation());
            case ChapterEvent _, PlanEvent _, SettlementEvent _, DeliveryEvent _ -> List.of();
        };
    }

    private static List<Fact> ofCase(CaseRecord content, DocumentReference document) {
        Facts facts = new Facts()
                .add("领域", "Domains", domains(content.domains()))
                .add("来源", "From", joined(content.zones()))
                .add("片区", "Areas", joined(content.areas()))
                .add("牵头单位", "Lead units", joined(content.leadUnits()))
                .add("内容", "Summary", content.summary());
        return ofDocument(facts, document).all();
    }

    private static Facts ofDocument(Facts facts, DocumentReference document) {
        return facts.add("文件", "Document", document.title())
                .add("文号", "Number", document.number())
                .add("发文单位", "Issuer", document.issuer());
    }

    private static List<Fact> ofObligation(ObligationEvent.Obligation obligation) {
        return new Facts()
                .add("地区", "Region", obligation.regionName())
                .add("领域", "Domains", domains(obligation.domains()))
                .add("台账状态", "Status", obligation.status().chineseName())
                .add(
                        "时限",
                        "Due",
                        obligation.dueOn() == null ? null : obligation.dueOn().toString())
                .all();
    }

    private static @Nullable String caseId(Event event) {
        return switch (event) {
            case CaseEvent of -> of.key();
            case ObligationEvent of -> of.obligation().caseId().value();
            case LinkEvent of -> of.link().to();
            case TaskEvent _,
                    DocumentEvent _,
                    EvidenceEvent _,
                    ChapterEvent _,
                    PlanEvent _,
                    SettlementEvent _,
                    DeliveryEvent _ -> null;
        };
    }

    private static String domains(List<Domain> domains) {
        return domains.stream().map(Domain::chineseName).collect(Collectors.joining("、"));
    }

    private static String joined(List<String> values) {
        return String.join("、", values);
    }

    /** In one line, without anything that is not shown. */
    private static String line(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String shortened(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }

    /** One thing that is said, under its name in two languages. */
    public record Fact(String chinese, String english, String value) {}

    private static final class Facts {
        private final List<Fact> facts = new ArrayList<>();

        Facts add(String chinese, String english, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facts.add(new Fact(chinese, english, shortened(line(value), MAX_SUMMARY)));
            }
            return this;
        }

        List<Fact> all() {
            return facts;
        }
    }
}
