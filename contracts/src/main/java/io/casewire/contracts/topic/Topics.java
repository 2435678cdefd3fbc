package io.casewire.contracts.topic;

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
import io.casewire.contracts.parsed.Domain;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The topic registry. Beans, deployment and documentation take topics from here and nowhere else.
 *
 * <p>Cases, tasks, evidence, chapters, links, obligations, progress of plans and settlements have no expiry and are not compacted: older revisions are part of the
 * record, and every derived store rebuilds from them. The reform domains spread the load, so each case topic starts
 * with one partition.
 */
public final class Topics {
    /** How long delivery reports and document notices are kept. */
    private static final Duration NOTICE_RETENTION = Duration.ofDays(180);

    /** How long dead letters wait for somebody to look at them. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(90);

    public static final Topic<DocumentEvent> DOCUMENT =
            new Topic<>("casewire.document", DocumentEvent.class, 1, NOTICE_RETENTION);
    public static final Topic<TaskEvent> TASK = new Topic<>("casewire.task", TaskEvent.class, 1, null);
    public static final Topic<EvidenceEvent> EVIDENCE = new Topic<>("casewire.evidence", EvidenceEvent.class, 1, null);
    public static final Topic<ChapterEvent> CHAPTER = new Topic<>("casewire.chapter", ChapterEvent.class, 1, null);
    public static final Topic<LinkEvent> LINK = new Topic<>("casewire.link", LinkEvent.class, 1, null);
    public static final Topic<ObligationEvent> OBLIGATION =
            new Topic<>("casewire.obligation", ObligationEvent.class, 2, null);
    public static final Topic<PlanEvent> PLAN = new Topic<>("casewire.plan", PlanEvent.class, 1, null);
    public static final Topic<SettlementEvent> SETTLEMENT =
            new Topic<>("casewire.settlement", SettlementEvent.class, 1, null);
    public static final Topic<DeliveryEvent> DELIVERY =
            new Topic<>("casewire.delivery", DeliveryEvent.class, 1, NOTICE_RETENTION);

    private static final Map<Domain, Topic<CaseEvent>> CASES = casesByDomain();
    private static final List<Topic<CaseEvent>> CASES_IN_ORDER = List.copyOf(CASES.values());

    private Topics() {}

    /** The topic of the cases of that domain. */
    public static Topic<CaseEvent> cases(Domain domain) {
        Topic<CaseEvent> topic = CASES.get(domain);
        if (topic == null) {
            throw new IllegalStateException("Every domain has a topic, " + domain + " has none");
        }
        return topic;
    }

    /** The case topics, one a domain, in the order of {@link Domain}. */
    public static List<Topic<CaseEvent>> cases() {
        return CASES_IN_ORDER;
    }

    /** All topics except dead letters. */
    public static List<Topic<? extends Event>> all() {
        return Stream.<Topic<? extends Event>>concat(
                        Stream.of(DOCUMENT, TASK, EVIDENCE, CHAPTER, LINK, OBLIGATION, PLAN, SETTLEMENT, DELIVERY),
                        CASES_IN_ORDER.stream())
                .toList();
    }

    /**
     * The topics any other system may read: all but the deliveries, which say who subscribed to what, and obligations, the progress of
     * plans and settlements, which say what was reported or decided and who did it. Those are for systems that may see every ledger.
     */
    public static List<Topic<? extends Event>> open() {
        return all().stream()
                .filter(topic -> audience(topic) == Audience.EVERY_SYSTEM)
                .toList();
    }

    /** Which systems outside may read that topic. */
    public static Audience audience(Topic<?> topic) {
        if (topic.equals(DELIVERY)) {
            return Audience.NOBODY;
        }
        boolean namesPeople = topic.equals(OBLIGATION) || topic.equals(PLAN) || topic.equals(SETTLEMENT);
        return namesPeople ? Audience.LEDGER : Audience.EVERY_SYSTEM;
    }

    /** The topic of that name; empty for a stranger's or a dead-letter topic. */
    public static Optional<Topic<? extends Event>> named(String name) {
        return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    private static Map<Domain, Topic<CaseEvent>> casesByDomain() {
        Map<Domain, Topic<CaseEvent>> topics = new EnumMap<>(Domain.class);
        Arrays.stream(Domain.values())
                .forEach(domain ->
                        topics.put(domain, new Topic<>("casewire.case." + domain.slug(), CaseEvent.class, 1, null)));
        return topics;
    }
}
