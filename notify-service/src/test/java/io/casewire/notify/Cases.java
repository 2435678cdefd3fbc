package io.casewire.notify;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented cases. */
public final class Cases {
    private static final DocumentReference DOCUMENT = new DocumentReference(
            DocumentId.derive("invented"),
            SourceId.ofSha256("0".repeat(64)),
            "某省自贸试验区制度创新成果",
            null,
            null,
            "2024",
            Genre.ACHIEVEMENT_TABLE);

    private Cases() {}

    /** A case published for the first time. */
    public static CaseEvent published(String title, Domain domain, String text) {
        return new CasePublished(record(title, List.of(domain), List.of(), List.of(), null, null, text), 1, DOCUMENT);
    }

    /** The same case at a later revision. */
    public static CaseEvent revised(String title, Domain domain, String text, long revision) {
        return new CaseRevised(
                record(title, List.of(domain), List.of(), List.of(), null, null, text), revision, DOCUMENT);
    }

    /** A case with every attribute criteria can ask about. */
    public static CaseEvent published(
            String title,
            List<Domain> domains,
            List<String> zones,
            List<String> units,
            @Nullable Originality originality,
            @Nullable PromotionScope scope,
            String text) {
        Promotion promotion = scope == null ? null : new Promotion(scope, null, List.of(), null, null, null);
        return new CasePublished(record(title, domains, zones, units, originality, promotion, text), 1, DOCUMENT);
    }

    /** A case that is promoted. */
    public static CaseEvent promoted(String title, Promotion promotion) {
        return new CasePublished(
                record(title, List.of(Domain.TRADE), List.of(), List.of(), null, promotion, "-"), 1, DOCUMENT);
    }

    private static CaseRecord record(
            String title,
            List<Domain> domains,
            List<String> zones,
            List<String> units,
            @Nullable Originality originality,
            @Nullable Promotion promotion,
            String text) {
        return new CaseRecord(
                CaseId.derive("invented", title),
                1,
                title,
                null,
                null,
                domains,
                DomainSource.PRINTED,
                1,
                zones,
                List.of(),
                List.of(),
                units,
                List.of(),
                originality,
                null,
                null,
                new Practice(text, List.of()),
                null,
                List.of(),
                promotion,
                List.of(),
                new LineRange(1, 2));
    }
}
