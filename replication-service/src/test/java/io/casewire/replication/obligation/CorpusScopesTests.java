package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.casewire.contracts.event.Basis.Known;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import io.casewire.text.ComparableKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom the real documents oblige, where this machine has them; they are not part of the repository. */
class CorpusScopesTests {
    private static final Instant TOLD = Instant.parse("2026-11-30T00:00:00Z");

    private final Scopes scopes = new Scopes(Gazetteer.standard());

    @Test
    void aProvincialListGivesEveryPrefectureItsLines() throws IOException {
        List<Scope> told = scopes("000", _ -> true);
        assertThat(told).hasSize(37).allSatisfy(scope -> {
            assertThat(scope.regions()).hasSize(14).allMatch(region -> region.level() == Level.PREFECTURE);
            assertThat(scope.day().counted()).isEqualTo(LocalDate.parse("2023-11-14"));
        });
        // an area of the zone lies in the prefecture that made it; the rest of the province is obliged all the same
        assertThat(told.stream().filter(scope -> origins(scope) > 0)).hasSize(32);
        assertThat(told.stream().mapToLong(CorpusScopesTests::origins).sum()).isEqualTo(33);
        assertThat(cases("000", _ -> true))
                .allMatch(record ->
                        record.promotion() != null && record.promotion().strength() == PromotionStrength.ENCOURAGED);
    }

    @Test
    void nationalListsObligeTheProvincesTheZonesOrTheCoast() throws IOException {
        assertThat(scopes("004", record -> scope(record) == PromotionScope.NATIONWIDE))
                .hasSize(64)
                .allSatisfy(scope ->
                        assertThat(scope.regions()).hasSize(31).allMatch(region -> region.level() == Level.PROVINCE));
        assertThat(scopes("004", record -> scope(record) == PromotionScope.COASTAL))
                .singleElement()
                .satisfies(scope -> assertThat(scope.regions()).hasSize(11));
    }

    @Test
    void aRowForTheZonesObligesTheZonesOfItsDay() throws IOException {
        List<Scope> batch = scopes(
                "004",
                record -> scope(record) == PromotionScope.PILOT_ZONES
                        && record.promotion() != null
                        && "2023".equals(record.promotion().since()));
        assertThat(batch).singleElement().satisfies(scope -> {
            assertThat(scope.day().known()).isEqualTo(Known.PERIOD);
            assertThat(scope.regions()).hasSize(21).allMatch(region -> region.level() == Level.ZONE);
            assertThat(scope.undecided()).extracting(RegionInScope::name).containsExactly("新疆自贸试验区");
        });
    }

    @Test
    void aReportsChronicleTellsTheDayOfTheListInItsAnnex() throws IOException {
        ParsedDocument report = parse("004");
        CaseRecord row = cases(
                        report,
                        record -> scope(record) == PromotionScope.PILOT_ZONES
                                && record.promotion() != null
                                && "2023".equals(record.promotion().since()))
                .findFirst()
                .orElseThrow();
        PromotedCase promoted = PromotedCase.of(row, DocumentReference.of(report.document()), TOLD);
        List<Announcement> told = report.records().stream()
                .filter(MilestoneRecord.class::isInstance)
                .map(record -> Announcement.of((MilestoneRecord) record, 1))
                .filter(announcement -> promoted.promotion() != null
                        && announcement.keys().stream()
                                .anyMatch(Announcement.keys(promoted.promotion().instrument())::contains))
                .toList();
        assertThat(told).extracting(Announcement::day).containsExactly(LocalDate.parse("2023-06-24"));
        Scope scope = scopes.of(
                promoted,
                Optional.of(new InstrumentDay(
                        LocalDate.parse("2023-06-24"), told.getFirst().foundIn())),
                List.of());
        assertThat(scope.day().known()).isEqualTo(Known.ELSEWHERE);
        assertThat(scope.regions()).hasSize(21);
        assertThat(scope.undecided()).isEmpty();
    }

    @Test
    void whoMadeARowOfANationalListIsToldByTheReportsOwnResults() throws IOException {
        ParsedDocument report = parse("004");
        DocumentReference reference = DocumentReference.of(report.document());
        List<CaseFile> results = cases(report, record -> record.promotion() == null)
                .map(record -> file(record, reference))
                .toList();
        List<Scope> told = cases(report, record -> scope(record) == PromotionScope.NATIONWIDE)
                .map(record -> scopes.of(
                        PromotedCase.of(record, reference, TOLD),
                        Optional.empty(),
                        results.stream()
                                .filter(result -> result.titleKey().equals(ComparableKey.of(record.title())))
                                .toList()))
                .filter(scope -> origins(scope) > 0)
                .toList();
        // by equal titles alone; links find more
        assertThat(told).hasSize(16).allSatisfy(scope -> assertThat(scope.regions())
                .hasSize(31)
                .filteredOn(region -> region.role() == Role.ORIGIN)
                .singleElement()
                .satisfies(region -> assertThat(region.originCase()).isNotNull()));
    }

    private static CaseFile file(CaseRecord record, DocumentReference reference) {
        CasePublished event = new CasePublished(record, 1, reference);
        PromotedCase promoted = PromotedCase.of(record, reference, TOLD);
        return CaseFile.of(
                Envelope.now(event, URI.create("/test"), TOLD, "test", false),
                promoted,
                new Scopes(Gazetteer.standard()).of(promoted));
    }

    private static long origins(Scope scope) {
        return scope.regions().stream()
                .filter(region -> region.role() == Role.ORIGIN)
                .count();
    }

    private static PromotionScope scope(CaseRecord record) {
        return record.promotion() == null
                ? PromotionScope.NAMED
                : record.promotion().scope();
    }

    private List<Scope> scopes(String document, Predicate<CaseRecord> wanted) throws IOException {
        ParsedDocument parsed = parse(document);
        DocumentReference reference = DocumentReference.of(parsed.document());
        return cases(parsed, wanted)
                .map(record -> scopes.of(PromotedCase.of(record, reference, TOLD)))
                .toList();
    }

    private static List<CaseRecord> cases(String document, Predicate<CaseRecord> wanted) throws IOException {
        return cases(parse(document), wanted).toList();
    }

    private static Stream<CaseRecord> cases(ParsedDocument parsed, Predicate<CaseRecord> wanted) {
        return parsed.records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .filter(wanted);
    }

    private static ParsedDocument parse(String number) throws IOException {
        String configured = System.getenv("CASEWIRE_CORPUS");
        Path folder = configured != null ? Path.of(configured) : Path.of("../../shared/corpus");
        assumeThat(folder)
                .as("no corpus at %s; set CASEWIRE_CORPUS to test real documents", folder)
                .isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith(number + "_"))
                    .findFirst()
                    .orElseThrow();
            return new DocumentParser()
                    .parse(Files.readAllBytes(file), file.getFileName().toString());
        }
    }
}
