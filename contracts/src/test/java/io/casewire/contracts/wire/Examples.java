package io.casewire.contracts.wire;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DeliveryEvent.Channel;
import io.casewire.contracts.event.DeliveryEvent.Delivery;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.Due;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
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
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.contracts.parsed.TaskRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One filled example of every event, invented. */
final class Examples {
    private static final DocumentId DOCUMENT_ID = DocumentId.derive("样例函〔2025〕1号");
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final DocumentRecord DOCUMENT = new DocumentRecord(
            DOCUMENT_ID,
            SHA256,
            "关于印发样例成果的通知",
            "样例办公室",
            "样例函〔2025〕1号",
            "2025-06-18",
            Genre.ACHIEVEMENT_TABLE,
            new DocumentRecord.Counts(12, 0, 0, 0, 0, 9),
            new DocumentRecord.DeclaredCounts(12, null));
    private static final DocumentReference REFERENCE = DocumentReference.of(DOCUMENT);
    private static final Metric QUEUE = new Metric(
            MetricKind.BEFORE_AFTER,
            "车辆排队时间",
            Direction.DOWN,
            new Quantity(new BigDecimal("50"), "分钟"),
            new Quantity(new BigDecimal("40"), "秒"),
            null,
            null,
            null,
            null,
            Bound.EXACT,
            "2025-03",
            MetricSection.EFFECT,
            "车辆排队时间由50分钟缩短至40秒");
    private static final CaseRecord CASE = new CaseRecord(
            CaseId.derive("样例函〔2025〕1号", "口岸一箱制通关"),
            1,
            "口岸“一箱制”通关",
            "<b>口岸“一箱制”通关</b>",
            "贸易便利化",
            List.of(Domain.TRADE, Domain.SUPERVISION),
            DomainSource.PRINTED,
            1,
            List.of("湖南自贸试验区"),
            List.of("岳阳片区"),
            List.of("某海关", "岳阳片区"),
            List.of("某海关"),
            List.of("省商务厅"),
            Originality.NATIONAL_FIRST,
            "企业须逐箱申报。",
            "一箱多票合并申报。",
            new Practice("一是合并申报。二是分类监管。", List.of(new NumberedText("优化申报", 1, "合并申报", "一是合并申报。"))),
            new Effects("车辆排队时间由50分钟缩短至40秒。", List.of(new NumberedText(null, null, "车辆排队时间由50分钟缩短至40秒。"))),
            List.of(QUEUE),
            new Promotion(
                    PromotionScope.NAMED,
                    "湖南、湖北",
                    List.of("430000", "420000"),
                    PromotionStrength.MANDATED,
                    "2025",
                    new PolicyDocument("样例通知", "样例函〔2025〕1号", "https://example.org/1")),
            List.of("附件", "表一"),
            new LineRange(23, 25));
    private static final TaskRecord TASK = new TaskRecord(
            TaskId.derive("样例方案", "推进单证电子化"),
            6,
            "推进单证电子化",
            List.of("某海关", "市交通运输局"),
            List.of("某海关"),
            List.of("市交通运输局"),
            new Deadline("2026年9月底前", LocalDate.of(2026, 9, 30), false),
            List.of(new TaskRecord.TaskMeasure(
                    1, "推动提货单电子化。", List.of("市交通运输局"), List.of(), List.of(new Deadline("持续推进", null, true)))),
            "流转时间缩短至1小时以内。",
            "样例片区",
            List.of("主要任务"),
            new LineRange(80, 92));
    private static final EvidenceId EVIDENCE = EvidenceId.derive("样例报告", "620500", "证照到期提醒联办");
    private static final ChapterRecord CHAPTER = new ChapterRecord(
            ChapterId.derive("样例报告", "货物贸易创新发展", "1"),
            "货物贸易创新发展",
            1,
            "样例片区推进货物贸易创新发展。\n通关时间持续压缩。",
            List.of("综合发展篇", "对接国际高标准经贸规则"),
            new LineRange(340, 346));
    private static final Link LINK = new Link(
            LinkId.derive("a", "b"),
            Kind.SAME_INNOVATION,
            CASE.id().value(),
            CaseId.derive("another").value(),
            0.91,
            List.of("same title"),
            "casewire");
    private static final Link DECIDED_LINK = new Link(
            LINK.id(),
            LINK.kind(),
            LINK.from(),
            LINK.to(),
            LINK.confidence(),
            LINK.reasons(),
            "coordinator",
            new LinkEvent.Decision(Instant.parse("2025-08-01T01:02:03Z"), "两项成果的监管对象不同"));
    private static final Delivery DELIVERY = new Delivery(
            DeliveryId.derive("event", "subscription", "webhook"),
            SubscriptionId.derive("example"),
            "某市商务局",
            CASE.id() + "@1",
            "casewire.case.published.v1",
            Channel.WEBHOOK,
            "receiver.example.org",
            2,
            503,
            "The receiver answered 503",
            Instant.parse("2025-06-19T08:00:00Z"));

    private Examples() {}

    /** An example of each event class, in the order of {@link WireNames}. */
    static List<Event> all() {
        Step step = new Step(
                Status.SUBMITTED,
                Status.CLOSED,
                Outcome.ADOPTED,
                "coordinator",
                Instant.parse("2025-08-01T01:02:03Z"),
                "已完成核验",
                "材料齐全",
                List.of("https://example.org/evidence"));
        return List.of(
                new DocumentEvent.DocumentPublished(DOCUMENT, "table.txt", 1, new DocumentEvent.Changes(12, 0, 0, 0)),
                new DocumentEvent.DocumentRejected(
                        DOCUMENT_ID, SourceId.ofSha256(SHA256), "broken.txt", 1, "MOJIBAKE", "The text is unreadable."),
                new CaseEvent.CasePublished(CASE, 1, REFERENCE),
                new CaseEvent.CaseRevised(CASE, 2, REFERENCE),
                new CaseEvent.CaseWithdrawn(CASE, 3, REFERENCE, "重复"),
                new TaskEvent.TaskPublished(TASK, 1, REFERENCE),
                new TaskEvent.TaskRevised(TASK, 2, REFERENCE),
                new TaskEvent.TaskWithdrawn(TASK, 3, REFERENCE, "重复"),
                new EvidenceEvent.AdoptionFound(
                        new AdoptionRecord(
                                EVIDENCE,
                                "天水市",
                                "620500",
                                "甘肃省",
                                "证照到期提醒联办",
                                "甘肃省天水市复制推广“证照到期提醒联办”模式。",
                                List.of(QUEUE),
                                new LineRange(70, 70)),
                        1,
                        REFERENCE),
                new EvidenceEvent.MilestoneFound(
                        new MilestoneRecord(EVIDENCE, "2024-11-28", "2024-11-30", "样例论坛举行。", new LineRange(130, 132)),
                        1,
                        REFERENCE),
                new EvidenceEvent.IndicatorFound(
                        new IndicatorRecord(
                                EVIDENCE,
                                "制度创新",
                                "改革任务落实率",
                                "%",
                                List.of(new IndicatorRecord.Target(
                                        "全省", "2025年60%以上", 2025, new BigDecimal("60"), Bound.AT_LEAST)),
                                new LineRange(21, 21)),
                        1,
                        REFERENCE),
                new EvidenceEvent.EvidenceWithdrawn(EVIDENCE, 2, REFERENCE, "误读"),
                new ChapterEvent.ChapterPublished(CHAPTER, 1, REFERENCE),
                new ChapterEvent.ChapterRevised(CHAPTER, 2, REFERENCE),
                new ChapterEvent.ChapterWithdrawn(CHAPTER, 3, REFERENCE, "重复"),
                new LinkEvent.LinkProposed(LINK, 1),
                new LinkEvent.LinkConfirmed(LINK, 2),
                new LinkEvent.LinkRejected(DECIDED_LINK, 3),
                new ObligationEvent.ObligationDerived(obligation(Status.UNKNOWN, null), 1),
                new ObligationEvent.ObligationMoved(
                        obligation(Status.CLOSED, Outcome.ADOPTED), 2, step, "5".repeat(64)),
                new ObligationEvent.ObligationAssuranceChanged(obligation(Status.UNKNOWN, null), 3),
                new ObligationEvent.ObligationDueSet(obligation(Status.IN_PROGRESS, null), 4),
                new ObligationEvent.ObligationDueSoon(obligation(Status.IN_PROGRESS, null), 4, 5),
                new ObligationEvent.ObligationOverdue(obligation(Status.IN_PROGRESS, null), 5, 0),
                new ObligationEvent.ObligationLapsed(obligation(Status.UNKNOWN, null), 6, "案例已撤回"),
                new ObligationEvent.ObligationNoted(
                        obligation(Status.IN_PROGRESS, null),
                        7,
                        new ObligationEvent.Note("王芳", Instant.parse("2026-03-01T08:00:00Z"), "两个口岸已经试运行。"),
                        "7".repeat(64),
                        new ObligationEvent.Attachment(
                                ObligationEvent.Attachment.Act.REMOVED,
                                "a".repeat(64),
                                "实施方案.pdf",
                                "湖北省实施方案",
                                "application/pdf",
                                48_213,
                                "王芳",
                                Instant.parse("2026-03-01T08:00:00Z"),
                                "传错文件")),
                new PlanEvent.ProgressReported(
                        new PlanEvent.Progress(TASK.id(), TASK.title(), REFERENCE.id(), List.of(REPORT)), 2, REPORT),
                new SettlementEvent.EvidenceSettled(
                        EVIDENCE,
                        1,
                        new SettlementEvent.Settlement(
                                SettlementEvent.Kind.MATCHED,
                                CASE.id(),
                                "420000",
                                "王芳",
                                "与案例为同一做法",
                                Instant.parse("2026-03-02T08:00:00Z"))),
                new DeliveryEvent.MessageDelivered(DELIVERY, 3),
                new DeliveryEvent.MessageDelayed(DELIVERY, 2),
                new DeliveryEvent.MessageAbandoned(DELIVERY, 4),
                new DeliveryEvent.MessageReceipted(DELIVERY, 5, Instant.parse("2026-03-02T01:00:00Z")));
    }

    private static final PlanEvent.Report REPORT = new PlanEvent.Report(
            1, 100, LocalDate.of(2026, 5, 20), "已上线运行", "王芳", Instant.parse("2026-05-21T01:30:00Z"));

    private static Obligation obligation(Status status, @org.jspecify.annotations.Nullable Outcome outcome) {
        return new Obligation(
                ObligationId.derive(CASE.id().value(), "420000"),
                CASE.id(),
                1,
                CASE.title(),
                CASE.domains(),
                "420000",
                "湖北省",
                Role.ADOPTER,
                status,
                outcome,
                Assurance.REPORTED,
                List.of(EVIDENCE),
                PromotionStrength.MANDATED,
                "2025",
                LocalDate.of(2026, 6, 30),
                ObligationEvent.Level.PROVINCE,
                "420000",
                new Basis(
                        Basis.Rule.MEMBER_OF_SET,
                        "长江经济带",
                        new PolicyDocument("关于复制推广样例改革经验的通知", "样发〔2025〕3号", null),
                        new Basis.Day(LocalDate.of(2025, 1, 1), Basis.Known.PERIOD, LocalDate.of(2025, 12, 31), null),
                        new Basis.Members("yangtze-belt", "长江经济带", List.of("310000", "320000", "420000")),
                        List.of(),
                        new Basis.Superseding(
                                CASE.id(),
                                new PolicyDocument("关于做好样例经验复制推广工作的通知", "样函〔2026〕1号", null),
                                LocalDate.of(2026, 1, 15)),
                        new Basis.ByHand(Basis.ByHand.Kind.ADDED, "王芳", "文件遗漏", Instant.parse("2026-02-01T08:00:00Z")),
                        new Basis.Delegation(ObligationId.derive(CASE.id().value(), "530000"), "自贸办"),
                        CASE.id(),
                        new Basis.Amendment("yangtze-belt", LocalDate.of(2025, 3, 1), "样发〔2025〕1号")),
                new Due(
                        Due.Source.COORDINATOR,
                        "王芳",
                        "省推进办会议确定",
                        Instant.parse("2026-05-18T08:00:00Z"),
                        30,
                        LocalDate.of(2026, 5, 18),
                        false),
                new ObligationEvent.Work("省口岸办", "李明", LocalDate.of(2026, 5, 31), 60, "系统对接后即可完成"));
    }
}
