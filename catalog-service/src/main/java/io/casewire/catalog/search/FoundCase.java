package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoption;
import io.casewire.catalog.adoption.StoredAdoption;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Promotion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it.
 *
 * @param excerpt the beginning of its summary, else of its practice
 * @param metrics how many quantified effects it has
 * @param adoption how far it was adopted; null while no region was heard from to which it applies
 * @param firstPublished time of its first revision
 * @param updated time of this revision
 * @param highlights HTML by field, escaped except for {@code <mark>}; empty without a query
 * @param leftOut words, places and figures of the query that are not in it, as typed
 * @param tellings the same innovation as other documents tell it, found too and shown nowhere else
 */
record FoundCase(
        CaseId id,
        long revision,
        String title,
        @Nullable String category,
        List<Domain> domains,
        List<String> zones,
        List<String> areas,
        List<String> originUnits,
        List<String> leadUnits,
        @Nullable Originality originality,
        @Nullable Promotion promotion,
        @Nullable String excerpt,
        int metrics,
        @Nullable Adoption adoption,
        DocumentReference document,
        Instant firstPublished,
        Instant updated,
        Map<String, String> highlights,
        List<String> leftOut,
        List<Telling> tellings) {
    private static final int EXCERPT = 160;

    /** Another telling of a case. */
    record Telling(CaseId id, String title, List<String> zones, DocumentReference document, Instant firstPublished) {
        static Telling of(StoredCase stored) {
            return new Telling(
                    stored.content().id(),
                    stored.content().title(),
                    stored.content().zones(),
                    stored.document(),
                    stored.firstPublished());
        }
    }

    static FoundCase of(
            StoredCase stored,
            @Nullable StoredAdoption adoption,
            Map<String, String> highlights,
            List<String> leftOut,
            List<Telling> tellings) {
        CaseRecord content = stored.content();
        return new FoundCase(
                content.id(),
                stored.revision(),
                content.title(),
                content.category(),
                content.domains(),
                content.zones(),
                content.areas(),
                content.originUnits(),
                content.leadUnits(),
                content.originality(),
                content.promotion(),
                excerpt(content),
                content.metrics().size(),
                adoption == null ? null : adoption.adoption(),
                stored.document(),
                stored.firstPublished(),
                stored.updated(),
                highlights,
                leftOut,
                tellings);
    }

    private static @Nullable String excerpt(CaseRecord content) {
        String practice = content.practice() == null ? null : content.practice().text();
        String text = content.summary() == null ? practice : content.summary();
        if (text == null || text.codePointCount(0, text.length()) <= EXCERPT) {
            return text;
        }
        return Objects.requireNonNull(text).substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
