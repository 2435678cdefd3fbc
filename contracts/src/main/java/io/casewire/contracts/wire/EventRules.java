package io.casewire.contracts.wire;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ChapterId;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an event must keep to beyond its JSON: the one place for all services, asked of every event that is read and of every one that is
 * published, so that nobody publishes what others reject. Limits are far above what documents hold; they may be raised, and lowered only with a
 * new version of the event.
 */
public final class EventRules {
    /** Revisions count changes of one thing. */
    public static final long MAX_REVISION = 1_000_000_000;

    /** Characters of a title, printed or not. */
    public static final int MAX_TITLE = 2_000;

    /** Characters of a name, a code, an address, or anything else that is no running text. */
    public static final int MAX_NAME = 1_000;

    /** Characters of a running text, such as the whole practice of a case. */
    public static final int MAX_TEXT = 1_000_000;

    /** Characters of {@code ce_source} and {@code ce_correlationid}. */
    public static final int MAX_ATTRIBUTE = 200;

    /** Values of a list, such as the metrics of a case. */
    public static final int MAX_LIST = 10_000;

    /** Digits of a number, before and after the point together. */
    public static final int MAX_DIGITS = 60;

    /** From here on things happen: {@code ce_time}, {@code ce_recordedtime} and moments inside events. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Before this they do. */
    public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final Map<Class<?>, Consumer<String>> IDS = Map.of(
            CaseEvent.class, CaseId::new,
            TaskEvent.class, TaskId::new,
            DocumentEvent.class, DocumentId::new,
            EvidenceEvent.class, EvidenceId::new,
            ChapterEvent.class, ChapterId::new,
            LinkEvent.class, LinkId::new,
            ObligationEvent.class, ObligationId::new,
            PlanEvent.class, TaskId::new,
            SettlementEvent.class, EvidenceId::new,
            DeliveryEvent.class, DeliveryId::new);

    private EventRules() {}

    /** What is wrong with that event on that topic, a sentence; empty when it is valid. */
    public static Optional<String> violation(Topic<?> topic, Event event) {
        if (!topic.valueType().isInstance(event)) {
            return Optional.of("'%s' does not belong on %s".formatted(WireNames.of(event), topic.name()));
        }
        if (event instanceof CaseEvent of
                && !Topics.cases(of.content().firstDomain()).name().equals(topic.name())) {
            return Optional.of("A case of the domain '%s' does not belong on %s"
                    .formatted(of.content().firstDomain().slug(), topic.name()));
        }
        if (event.revision() < 1 || event.revision() > MAX_REVISION) {
            return Optional.of("revision is %d; it is 1 to %d".formatted(event.revision(), MAX_REVISION));
        }
        return Optional.ofNullable(ValueRules.violation(event));
    }

    /** What is wrong with that event in its envelope; empty when it is valid. */
    public static Optional<String> violation(Topic<?> topic, Envelope<?> envelope) {
        String wrong = ofEnvelope(envelope);
        return wrong == null ? violation(topic, envelope.event()) : Optional.of(wrong);
    }

    /** What is wrong with that key of a record without value; empty when it is the id of something that lives on the topic. */
    public static Optional<String> violationOfKey(Topic<?> topic, @Nullable String key) {
        if (key == null) {
            return Optional.of("The key is missing");
        }
        try {
            Consumer<String> id = IDS.get(topic.valueType());
            if (id != null) {
                id.accept(key);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String ofEnvelope(Envelope<?> envelope) {
        if (!envelope.id().equals(envelope.event().eventId())) {
            return "ce_id is '%s'; it is '%s'"
                    .formatted(
                            ValueRules.shortened(envelope.id()),
                            envelope.event().eventId());
        }
        if (envelope.source().toString().length() > MAX_ATTRIBUTE) {
            return told("ce_source", ValueRules.tooLong(envelope.source().toString(), MAX_ATTRIBUTE));
        }
        String correlation = envelope.correlationId();
        if (correlation.isBlank()) {
            return "ce_correlationid is blank";
        }
        if (correlation.length() > MAX_ATTRIBUTE) {
            return told("ce_correlationid", ValueRules.tooLong(correlation, MAX_ATTRIBUTE));
        }
        String wrong = told("ce_time", ValueRules.ofMoment(envelope.time()));
        return wrong == null ? told("ce_recordedtime", ValueRules.ofMoment(envelope.recordedTime())) : wrong;
    }

    private static @Nullable String told(String path, @Nullable String wrong) {
        return wrong == null ? null : path + ' ' + wrong;
    }
}
