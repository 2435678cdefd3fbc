package io.casewire.benchmarks.replication;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.ObligationId;
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
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Level;
import io.casewire.gazetteer.Region;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Invented cases that are addressed to the same regions, told by number. */
final class AddressedCases {
    private static final URI SOURCE = URI.create("/casewire/bench");
    private static final Instant TIME = Instant.parse("2024-06-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final int PER_INSTRUMENT = 20;
    private static final List<Domain> DOMAINS = List.of(Domain.values());

    private final List<String> regions;

    /** @param number of regions, prefectures before counties, in the order of codes */
    AddressedCases(int number) {
        this.regions = Stream.of(Level.PREFECTURE, Level.COUNTY)
                .flatMap(AddressedCases::all)
                .limit(number)
                .toList();
    }

    private static Stream<String> all(Level level) {
        Gazetteer gazetteer = Gazetteer.standard();
        return gazetteer.provinces().stream()
                .flatMap(province -> gazetteer.parts(province, level, DAY).stream())
                .map(Region::code);
    }

    /** Codes of those addressed. */
    List<String> regions() {
        return regions;
    }

    /** The obligation of that region from that case. */
    ObligationId obligation(int number, String region) {
        return ObligationId.derive(id(number).value(), region);
    }

    Envelope<CaseEvent> event(int number) {
        int list = number / PER_INSTRUMENT;
        DocumentReference document = new DocumentReference(
                DocumentId.derive("bench" + list),
                SourceId.ofSha256("%064x".formatted(list)),
                "推广清单",
                null,
                null,
                DAY.toString(),
                Genre.PROMOTION_LIST);
        CaseEvent published = new CasePublished(content(number, list), 1, document);
        return Envelope.now(published, SOURCE, TIME, "bench" + number, false);
    }

    private static CaseId id(int number) {
        return CaseId.derive("bench-replication" + number);
    }

    private CaseRecord content(int number, int list) {
        String title = "企业开办第" + number + "项改革";
        Promotion promotion = new Promotion(
                PromotionScope.NAMED,
                "下列市州",
                regions,
                number % 2 == 0 ? PromotionStrength.MANDATED : PromotionStrength.ENCOURAGED,
                DAY.toString(),
                new PolicyDocument("关于推广的通知", "商自贸函〔2024〕" + (list + 1) + "号", null));
        return new CaseRecord(
                id(number),
                1,
                title,
                title,
                null,
                List.of(DOMAINS.get(number % DOMAINS.size())),
                DomainSource.PRINTED,
                1,
                List.of(),
                List.of(),
                List.of(),
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
}
