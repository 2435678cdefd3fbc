package io.casewire.catalog;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case in the making, for tests: change what the test is about. */
public final class CaseDraft {
    /** When cases of tests are published unless told otherwise. */
    public static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private final String id;
    private String title;
    private Domain domain = Domain.TRADE;
    private @Nullable String category;
    private @Nullable String summary;
    private @Nullable String practice;
    private @Nullable String effects;
    private List<String> zones = List.of();
    private List<String> areas = List.of();
    private List<String> leadUnits = List.of();
    private List<String> supportingUnits = List.of();
    private List<String> path = List.of();
    private @Nullable Originality originality;
    private @Nullable PromotionScope scope;
    private List<Metric> metrics = List.of();

    private CaseDraft(String id, String title) {
        this.id = CaseId.derive("test", id).value();
        this.title = title;
    }

    /** @param name tells it from other cases of the test run */
    public static CaseDraft of(String name, String title) {
        return new CaseDraft(name, title);
    }

    public CaseDraft title(String changed) {
        title = changed;
        return this;
    }

    public CaseDraft domain(Domain changed) {
        domain = changed;
        return this;
    }

    public CaseDraft category(String changed) {
        category = changed;
        return this;
    }

    public CaseDraft summary(String changed) {
        summary = changed;
        return this;
    }

    public CaseDraft practice(String changed) {
        practice = changed;
        return this;
    }

    public CaseDraft effects(String changed) {
        effects = changed;
        return this;
    }

    public CaseDraft zones(String... changed) {
        zones = List.of(changed);
        return this;
    }

    public CaseDraft areas(String... changed) {
        areas = List.of(changed);
        return this;
    }

    public CaseDraft path(String... changed) {
        path = List.of(changed);
        return this;
    }

    public CaseDraft supportingUnits(String... changed) {
        supportingUnits = List.of(changed);
        return this;
    }

    public CaseDraft leadUnits(String... changed) {
        leadUnits = List.of(changed);
        return this;
    }

    public CaseDraft originality(Originality changed) {
        originality = changed;
        return this;
    }

    public CaseDraft scope(PromotionScope changed) {
        scope = changed;
        return this;
    }

    /** Gives it these effects. */
    public CaseDraft metrics(Metric... changed) {
        metrics = List.of(changed);
        return this;
    }

    /** Gives it one quantified effect. */
    public CaseDraft metric(String indicator, String percent) {
        metrics = List.of(new Metric(
                MetricKind.RELATIVE_CHANGE,
                indicator,
                null,
                null,
                null,
                new BigDecimal(percent),
                null,
                null,
                null,
                Bound.EXACT,
                null,
                null,
                indicator + percent + "%"));
        return this;
    }

    public CaseRecord content() {
        return new CaseRecord(
                new CaseId(id),
                null,
                title,
                null,
                category,
                List.of(domain),
                DomainSource.PRINTED,
                1,
                zones,
                areas,
                List.of(),
                leadUnits,
                supportingUnits,
                originality,
                null,
                summary,
                practice == null ? null : new Practice(practice, List.of()),
                effects == null ? null : new Effects(effects, List.of()),
                metrics,
                scope == null ? null : new Promotion(scope, null, List.of(), null, null, null),
                path,
                new LineRange(1, 2));
    }

    /** As it would lie in the store at its first revision. */
    public StoredCase stored() {
        return stored(1, MORNING);
    }

    public StoredCase stored(long writes, Instant firstPublished) {
        return new StoredCase(
                content(), document("报告", "2025-06-01"), 1, false, null, firstPublished, firstPublished, writes);
    }

    public static DocumentReference document(String title, String issuedOn) {
        return new DocumentReference(
                DocumentId.derive(title, issuedOn),
                SourceId.ofSha256("0".repeat(64)),
                title,
                null,
                null,
                issuedOn,
                Genre.REPORT);
    }
}
