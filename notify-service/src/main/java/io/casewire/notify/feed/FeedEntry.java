package io.casewire.notify.feed;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.matching.Titles;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.GivenUp;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Wording;
import io.casewire.serving.feed.Feed;
import io.casewire.serving.feed.Feed.Mark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in a feed: the same for everybody it is for, and so of a step in the ledger only where it led.
 *
 * @param eventId {@link Event#eventId()}
 * @param type wire name
 * @param title what happened to what, in Chinese
 * @param summary more of it; null where there is no more to say
 * @param caseId of the case it is about; null where it is about none
 * @param history whether it came with a load of history
 * @param recordedAt when the event was recorded
 * @param toldAt when it was found to be for the subscription
 */
public record FeedEntry(
        String eventId,
        String type,
        String title,
        @Nullable String summary,
        @Nullable String caseId,
        boolean history,
        Instant recordedAt,
        Instant toldAt) {

    /** What a feed shows of that event. */
    public static FeedEntry of(Event event, boolean history, Instant recordedAt, Instant toldAt) {
        return new FeedEntry(
                event.eventId(),
                WireNames.of(event),
                title(event),
                summary(event),
                caseId(event),
                history,
                recordedAt.truncatedTo(ChronoUnit.MILLIS),
                toldAt.truncatedTo(ChronoUnit.MILLIS));
    }

    /** That a subscription was given up. */
    public static FeedEntry ofStopped(Subscription stopped, GivenUp how) {
        return new FeedEntry(
                stopped.id() + "@stopped-" + how.at().toEpochMilli(),
                "casewire.subscription.stopped.v1",
                "【订阅已停用】" + stopped.label(),
                "接收地址已停用，或连续多日无法送达，订阅已暂停。" + how.reason(),
                null,
                false,
                how.at().truncatedTo(ChronoUnit.MILLIS),
                how.at().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * As a feed writes it. Its id stays the same however the feed is read; its page is that of the case, or the first page where it is
     * about no case.
     *
     * @param root of the page for people, where links begin
     */
    Feed.Entry shown(String root) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("type", type);
        extension.put("history", history);
        List<Mark> marks = new ArrayList<>(List.of(new Mark("urn:casewire:event", type, type)));
        if (history) {
            marks.add(new Mark("urn:casewire:mark", "history", "历史补录"));
        }
        return new Feed.Entry(
                "urn:casewire:event:" + eventId,
                root + (caseId == null ? "/#/" : "/#/case/" + caseId),
                null,
                title,
                recordedAt,
                toldAt,
                // an entry without content has a summary or is about what its link leads to; readers show the title
                // then
                summary == null ? title : summary,
                null,
                marks,
                extension);
    }

    private static String title(Event event) {
        String kind = EventKind.of(event).map(Wording::of).orElse("");
        String thing = Titles.of(event);
        return thing == null ? kind : "【" + kind + "】" + thing;
    }

    private static @Nullable String summary(Event event) {
        return switch (event) {
            case CaseEvent.CaseWithdrawn withdrawn -> "撤回原因：" + withdrawn.reason();
            case CaseEvent of -> of.content().summary();
            case ObligationEvent of -> summary(of.obligation());
            case EvidenceEvent.AdoptionFound of -> of.adoption().quote();
            case EvidenceEvent.EvidenceWithdrawn of -> "撤回原因：" + of.reason();
            case DocumentEvent.DocumentPublished of -> of.document().issuer();
            case EvidenceEvent.MilestoneFound _,
                    EvidenceEvent.IndicatorFound _,
                    DocumentEvent.DocumentRejected _,
                    TaskEvent _,
                    LinkEvent _,
                    ChapterEvent _,
                    PlanEvent _,
                    SettlementEvent _,
                    DeliveryEvent _ -> null;
        };
    }

    private static String summary(Obligation obligation) {
        return "台账环节：" + obligation.status().chineseName()
                + (obligation.outcome() == null
                        ? ""
                        : "，" + obligation.outcome().chineseName())
                + (obligation.dueOn() == null ? "" : "；期限：" + obligation.dueOn());
    }

    private static @Nullable String caseId(Event event) {
        return switch (event) {
            case CaseEvent of -> of.caseId().value();
            case ObligationEvent of -> of.obligation().caseId().value();
            case TaskEvent _,
                    DocumentEvent _,
                    EvidenceEvent _,
                    LinkEvent _,
                    ChapterEvent _,
                    PlanEvent _,
                    SettlementEvent _,
                    DeliveryEvent _ -> null;
        };
    }
}
