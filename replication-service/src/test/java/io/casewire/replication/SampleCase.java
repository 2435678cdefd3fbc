package io.casewire.replication;

import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.parsed.RegionLevel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as ingest would publish it, with just what matters to replication. */
public record SampleCase(
        CaseId id,
        String title,
        Domain domain,
        List<String> zones,
        List<String> areas,
        List<String> units,
        @Nullable Promotion promotion,
        @Nullable String issuedOn) {

    /** A case nobody else has, promoted to nobody. */
    public static SampleCase titled(String title) {
        return new SampleCase(
                CaseId.derive(title, UUID.randomUUID().toString()),
                title,
                Domain.TRADE,
                List.of(),
                List.of(),
                List.of(),
                null,
                "2023-11-14");
    }

    public SampleCase in(Domain next) {
        return new SampleCase(id, title, next, zones, areas, units, promotion, issuedOn);
    }

    public SampleCase renamed(String next) {
        return new SampleCase(id, next, domain, zones, areas, units, promotion, issuedOn);
    }

    public SampleCase from(String... next) {
        return new SampleCase(id, title, domain, List.of(next), areas, units, promotion, issuedOn);
    }

    public SampleCase fromAreas(String... next) {
        return new SampleCase(id, title, domain, zones, List.of(next), units, promotion, issuedOn);
    }

    public SampleCase fromUnits(String... next) {
        return new SampleCase(id, title, domain, zones, areas, List.of(next), promotion, issuedOn);
    }

    public SampleCase issuedOn(@Nullable String next) {
        return new SampleCase(id, title, domain, zones, areas, units, promotion, next);
    }

    public SampleCase promotedTo(PromotionScope scope, @Nullable String since, String... regions) {
        Promotion next = new Promotion(scope, null, List.of(regions), PromotionStrength.MANDATED, since, null);
        return new SampleCase(id, title, domain, zones, areas, units, next, issuedOn);
    }

    /** To all of a level within a region, in these words. */
    public SampleCase addressedTo(RegionLevel level, String region, String words, @Nullable String since) {
        Promotion next = new Promotion(
                PromotionScope.LEVEL_OF_REGION,
                words,
                List.of(region),
                level,
                PromotionStrength.ENCOURAGED,
                since,
                new PolicyDocument("示例文件", null, null));
        return new SampleCase(id, title, domain, zones, areas, units, next, issuedOn);
    }

    public SampleCase restingOn(String number) {
        Promotion p = Objects.requireNonNull(promotion, "not promoted yet");
        Promotion next = new Promotion(
                p.scope(),
                "自贸试验区",
                p.regions(),
                p.level(),
                p.strength(),
                p.since(),
                new PolicyDocument("关于复制推广的通知", number, null));
        return new SampleCase(id, title, domain, zones, areas, units, next, issuedOn);
    }

    public SampleCase encouraged() {
        Promotion p = promotion;
        if (p == null) {
            throw new IllegalStateException("Not promoted yet");
        }
        Promotion next = new Promotion(
                p.scope(), p.scopeText(), p.regions(), PromotionStrength.ENCOURAGED, p.since(), p.instrument());
        return new SampleCase(id, title, domain, zones, areas, units, next, issuedOn);
    }

    public SampleCase promotedToNobody() {
        return new SampleCase(id, title, domain, zones, areas, units, null, issuedOn);
    }

    public CasePublished published() {
        return new CasePublished(content(), 1, document());
    }

    public CaseRevised revised(long revision) {
        return new CaseRevised(content(), revision, document());
    }

    public CaseWithdrawn withdrawn(long revision, String reason) {
        return new CaseWithdrawn(content(), revision, document(), reason);
    }

    public CaseRecord content() {
        return new CaseRecord(
                id,
                1,
                title,
                title,
                null,
                List.of(domain),
                DomainSource.PRINTED,
                1,
                zones,
                areas,
                units,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                promotion,
                List.of(),
                new LineRange(1, 2));
    }

    public DocumentReference document() {
        return new DocumentReference(
                DocumentId.derive("sample"),
                SourceId.ofSha256("0".repeat(64)),
                "示例文件",
                null,
                null,
                issuedOn,
                Genre.PROMOTION_LIST);
    }
}
