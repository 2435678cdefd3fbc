package io.casewire.benchmarks.catalogue;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Zone;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cases that nobody wrote, no two alike in title, text, zone, units and figures; the same seed and number give the same case. One in
 * eight tells an earlier one again: another title, another document, half of the wording.
 */
public final class InventedCases {
    private static final List<Domain> DOMAINS = List.of(Domain.values());
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final URI SOURCE = URI.create("/casewire/bench");
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final int TOLD_AGAIN = 8;
    private static final int PER_DOCUMENT = 20;
    private static final int MIN_SENTENCES = 5;
    private static final int MORE_SENTENCES = 6;
    private static final int PER_CENT = 100;
    private static final List<Zone> ZONES = Gazetteer.standard().zonesAsOf(LocalDate.of(2025, 1, 1));

    private final long seed;

    public InventedCases(long seed) {
        this.seed = seed;
    }

    /** What revises a case: one event in so many is a second revision of the case that many before. */
    static final int REVISED = 10;

    /** The event of that number: mostly a new case, else the second revision of an earlier one. */
    public Envelope<CaseEvent> event(int number) {
        boolean revises = number % REVISED == REVISED - 1;
        int of = revises ? number - REVISED / 2 : number;
        DocumentReference document = document(of);
        CaseEvent event = revises
                ? new CaseRevised(content(of, true), 2, document)
                : new CasePublished(content(of, false), 1, document);
        return Envelope.now(event, SOURCE, BEGIN.plusSeconds(number), "bench-" + number / PER_DOCUMENT, true);
    }

    /** The case of that number as it was first told. */
    CaseRecord content(int number) {
        return content(number, false);
    }

    /** When that case was first told. */
    static Instant time(int number) {
        return BEGIN.plusSeconds(number);
    }

    DocumentReference document(int number) {
        int document = number / PER_DOCUMENT;
        return new DocumentReference(
                DocumentId.derive("bench", String.valueOf(document)),
                SourceId.ofSha256("%064x".formatted(document)),
                "自贸试验区第%d期制度创新成果".formatted(document),
                "商自贸函〔%d〕%d号".formatted(2015 + document % 10, document),
                Vocabulary.UNITS.get(document % Vocabulary.UNITS.size()),
                "%d-%02d-%02d".formatted(2015 + document % 10, 1 + document % 12, 1 + document % 28),
                document % 3 == 0 ? Genre.BEST_PRACTICES : Genre.ACHIEVEMENT_TABLE);
    }

    private CaseRecord content(int number, boolean revised) {
        SplittableRandom random = random(number);
        // what an earlier case of another document said
        boolean again = number >= 2 * PER_DOCUMENT && random.nextInt(TOLD_AGAIN) == 0;
        Core core = core(again ? random.nextInt(number - PER_DOCUMENT) : number);
        List<String> sentences = new ArrayList<>(
                again ? core.sentences().subList(0, core.sentences().size() / 2) : core.sentences());
        for (int i = 0; again && i < MIN_SENTENCES; i++) {
            sentences.add(sentence(random));
        }
        String title = again
                ? "推进" + core.subject() + core.object() + "“" + core.name() + "”"
                        + Vocabulary.of(Vocabulary.ENDINGS, random)
                : core.title();
        Metric metric = core.metric();
        return new CaseRecord(
                new CaseId(id(number)),
                number % PER_DOCUMENT + 1,
                title,
                null,
                null,
                List.of(DOMAINS.get(Math.floorMod(core.subject().hashCode(), DOMAINS.size()))),
                DomainSource.PRINTED,
                1,
                List.of(core.zone().name()),
                List.of(),
                List.of(core.zone().name() + "管委会"),
                List.of(core.unit()),
                List.of(Vocabulary.of(Vocabulary.UNITS, random)),
                random.nextInt(4) == 0 ? Originality.NATIONAL_FIRST : null,
                "以往" + core.subject() + "的" + core.object() + "手续分散在多个部门。",
                (revised ? "经修订，" : "") + "围绕" + core.subject() + "的" + core.object() + "探索“" + core.name() + "”"
                        + Vocabulary.of(Vocabulary.WAYS, random) + "。",
                new Practice(String.join("", sentences), List.of()),
                new Effects("实施后" + metric.quote() + "，累计惠及企业" + (10 + random.nextInt(9_990)) + "家。", List.of()),
                List.of(metric),
                null,
                List.of("附件", Vocabulary.of(Vocabulary.SUBJECTS, random) + "领域"),
                new LineRange(1 + number % PER_DOCUMENT * 9, 9 + number % PER_DOCUMENT * 9));
    }

    /** The words that tell the innovation, whoever tells it. */
    private record Core(
            String subject,
            String object,
            String name,
            String title,
            Zone zone,
            String unit,
            List<String> sentences,
            Metric metric) {}

    private Core core(int number) {
        SplittableRandom random = random(-1L - number);
        String subject = Vocabulary.of(Vocabulary.SUBJECTS, random);
        String object = Vocabulary.of(Vocabulary.OBJECTS, random);
        String name = Vocabulary.coined(random) + Vocabulary.of(Vocabulary.WAYS, random);
        String title = subject + object + "“" + name + "”" + Vocabulary.of(Vocabulary.ENDINGS, random);
        List<String> sentences = new ArrayList<>();
        for (int i = MIN_SENTENCES + random.nextInt(MORE_SENTENCES); i > 0; i--) {
            sentences.add(sentence(random));
        }
        return new Core(
                subject,
                object,
                name,
                title,
                Vocabulary.of(ZONES, random),
                Vocabulary.of(Vocabulary.UNITS, random),
                sentences,
                metric(random));
    }

    private static String sentence(SplittableRandom random) {
        String pattern = Vocabulary.of(Vocabulary.SENTENCES, random);
        Object[] words = new Object[5];
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (random.nextInt(4)) {
                case 0 -> Vocabulary.of(Vocabulary.SUBJECTS, random);
                case 1 -> Vocabulary.of(Vocabulary.OBJECTS, random);
                case 2 -> Vocabulary.of(Vocabulary.UNITS, random);
                default -> Vocabulary.coined(random);
            };
        }
        return pattern.formatted(words);
    }

    private static Metric metric(SplittableRandom random) {
        String indicator = Vocabulary.of(Vocabulary.INDICATORS, random);
        int before = 2 + random.nextInt(300);
        int after = 1 + random.nextInt(before);
        String unit = Vocabulary.of(Vocabulary.TIMES, random);
        boolean twice = random.nextBoolean();
        return new Metric(
                twice ? MetricKind.BEFORE_AFTER : MetricKind.RELATIVE_CHANGE,
                indicator,
                Direction.DOWN,
                twice ? new Quantity(BigDecimal.valueOf(before), unit) : null,
                twice ? new Quantity(BigDecimal.valueOf(after), unit) : null,
                twice ? null : BigDecimal.valueOf(before % PER_CENT),
                null,
                null,
                null,
                Bound.EXACT,
                null,
                MetricSection.EFFECT,
                twice
                        ? indicator + "由" + before + unit + "压缩至" + after + unit
                        : indicator + "下降" + before % PER_CENT + "%");
    }

    /** A well-formed id that ends with the number, so that what has the id can be made again. */
    static String id(int number) {
        return "case-%016x%010d".formatted((number + 1) * SPREAD, number);
    }

    /** The number of the case with that id. */
    static int number(String id) {
        return Integer.parseInt(id.substring(id.length() - 10));
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed ^ (number + 1) * SPREAD);
    }
}
