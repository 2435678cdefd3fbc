package io.casewire.catalog.lineage;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.topic.Topics;
import java.util.List;

/** Tells a service of cases as several documents print them; all invented. */
final class Told {
    static final DocumentReference RESULTS = document("某省制度创新成果汇总表", "2023-11-14", Genre.ACHIEVEMENT_TABLE);
    static final DocumentReference REPORT = document("发展报告", "2024-06", Genre.REPORT);
    static final DocumentReference CASES = document("最佳实践案例", "2025-03", Genre.BEST_PRACTICES);
    static final DocumentReference LIST = document("关于做好复制推广工作的通知", "2025-07-01", Genre.PROMOTION_LIST);

    private Told() {}

    static void tell(Wire wire, CaseRecord content, long revision, DocumentReference document) {
        CaseEvent event = revision == 1
                ? new CasePublished(content, revision, document)
                : new CaseRevised(content, revision, document);
        wire.tell(Topics.cases(content.firstDomain()), event, CaseDraft.MORNING.plusSeconds(revision));
    }

    static void withdraw(Wire wire, CaseRecord content, long revision, DocumentReference document) {
        wire.tell(
                Topics.cases(content.firstDomain()),
                (CaseEvent) new CaseWithdrawn(content, revision, document, "重复"),
                CaseDraft.MORNING.plusSeconds(revision));
    }

    static AdoptionRecord adoption(String name, String region, String code, String province, String result) {
        return new AdoptionRecord(
                EvidenceId.derive("lineage", name),
                region,
                code,
                province,
                result,
                province + region + "复制推广" + result + "。",
                List.of(),
                new LineRange(3, 3));
    }

    static void tell(Wire wire, AdoptionRecord adoption) {
        wire.tell(Topics.EVIDENCE, (EvidenceEvent) new AdoptionFound(adoption, 1, REPORT), CaseDraft.MORNING);
    }

    static DocumentReference document(String title, String issuedOn, Genre genre) {
        return new DocumentReference(
                DocumentId.derive(title, issuedOn),
                SourceId.ofSha256("0".repeat(64)),
                title,
                null,
                null,
                issuedOn,
                genre);
    }
}
