package io.casewire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Particulars;
import io.casewire.query.AskedQuery;
import io.casewire.query.Content;
import io.casewire.text.ComparableKey;
import io.casewire.text.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against the definition, asked of every subscription one by one. */
class CriteriaIndexTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LETTERS = "通关便利贸易金融海事税务ab ";
    private static final List<String> ZONES = List.of("湖南自贸试验区", "上海自贸试验区", "天津自贸试验区");
    private static final List<String> AREAS = List.of("岳阳片区", "长沙片区", "临港新片区");
    private static final List<String> REGIONS = List.of("430000", "310000", "120000");
    private static final List<String> INSTRUMENTS = List.of("国函〔2023〕56号", "国函（2024）7号");
    private static final List<String> UNITS = List.of("海关总署", "商务部", "ＡＢ银行");

    private final Random random = new Random(20260101);

    @Test
    void findsExactlyWhatTheDefinitionSaysThroughAdditionsChangesAndRemovals() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        Map<String, Criteria> all = new HashMap<>();
        int matches = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 40; i++) {
                String owner = "s" + random.nextInt(800);
                if (random.nextInt(5) == 0) {
                    all.remove(owner);
                    index.put(owner, List.of());
                } else {
                    Criteria criteria = criteria();
                    all.put(owner, criteria);
                    index.put(owner, List.of(always(owner, criteria)));
                }
            }
            for (int i = 0; i < 20; i++) {
                Facts facts = facts();
                List<String> found = index.matches(facts, NOW);
                assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(naive(all, facts));
                matches += found.size();
            }
        }
        assertThat(index.size()).isEqualTo(all.size());
        assertThat(matches).as("the test means something only if much matches").isGreaterThan(5_000);
    }

    @Test
    void judgesAnEventByTheCriteriaOfItsOwnTime() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        Instant change = NOW.plusSeconds(60);
        index.put(
                "s",
                List.of(
                        new Period<>("s", query("通关"), NOW, change),
                        new Period<>("s", query("贸易"), change, Instant.MAX)));
        Facts customs = facts("通关");
        Facts trade = facts("贸易");

        assertThat(index.matches(customs, NOW.minusMillis(1))).isEmpty();
        assertThat(index.matches(customs, NOW)).containsExactly("s");
        assertThat(index.matches(customs, change)).isEmpty();
        assertThat(index.matches(trade, change.minusMillis(1))).isEmpty();
        assertThat(index.matches(trade, change)).containsExactly("s");
    }

    @Test
    void findsAnyTwoCharactersWhateverTheirWidthOrCase() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        index.put("s", List.of(always("s", query("ＡＰＩ  单一窗口"))));

        assertThat(index.matches(facts("国际贸易“单一窗口”开放 api 接口"), NOW)).containsExactly("s");
        assertThat(index.matches(facts("国际贸易单一 窗口 API"), NOW)).containsExactly("s");
        assertThat(index.matches(facts("国际贸易单一，口窗 API"), NOW)).isEmpty();
        assertThat(index.matches(facts("国际贸易单一窗口 RAPID"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "通過ISO 9001認證, iso9001",
        "公共Wi-Fi全覆盖, WIFI",
        "执行GB/T 19001标准, GB/T19001",
        "在-18℃冷冻, 18°C",
        "每件5㎏的小包, 5kg",
        "⻓江⺠⽣, 长江民生",
        "創新監管, 创新监管",
        "创新监管, 創新監管",
    })
    void findsEverySpellingOfATerm(String text, String query) {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        index.put("s", List.of(always("s", query(query))));

        assertThat(index.matches(facts(text), NOW)).containsExactly("s");
    }

    @Test
    void tellsWhatASearchForTheSameWordsShows() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        index.put("s", List.of(always("s", query("跨境电商 “一站式监管” -退货"))));

        assertThat(index.matches(facts("跨境电商“一站式”监管"), NOW)).containsExactly("s");
        assertThat(index.matches(facts("跨境电商退货“一站式”监管"), NOW)).isEmpty();
        assertThat(index.matches(facts("跨境电商监管"), NOW)).isEmpty();
    }

    @Test
    void findsUnitsInEitherScript() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        Criteria customs = new Criteria(null, null, null, null, null, Set.of("長沙海關"), null, null, null);
        index.put("s", List.of(always("s", customs)));
        Set<String> none = Set.of();
        Facts facts = new Facts(
                new EventAttributes(
                        EventKind.CASE_PUBLISHED,
                        Set.of(),
                        none,
                        none,
                        none,
                        Set.of(ComparableKey.of("长沙海关")),
                        null,
                        null,
                        Standing.NONE),
                Content.of(List.of()));

        assertThat(index.matches(facts, NOW)).containsExactly("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“”", "——", "\u200b"})
    void asksForNothingWithAQueryOfPunctuation(String query) {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        index.put("s", List.of(always("s", query(query))));

        assertThat(index.matches(facts("“通关”——便利"), NOW)).isEmpty();
    }

    @Test
    void asksAnEventFewOfManyQueries() {
        CriteriaIndex<String> index = new CriteriaIndex<>();
        Random words = new Random(7);
        int many = 20_000;
        for (int i = 0; i < many; i++) {
            String term = "" + (char) (0x4e00 + words.nextInt(3000)) + (char) (0x4e00 + words.nextInt(3000));
            index.put("s" + i, List.of(always("s" + i, query(term))));
        }
        String text = IntStream.range(0, 3000)
                .mapToObj(_ -> String.valueOf((char) (0x4e00 + words.nextInt(3000))))
                .collect(Collectors.joining());

        assertThat(index.asked(facts(text))).isPositive().isLessThan(many / 100);
    }

    private static List<String> naive(Map<String, Criteria> all, Facts facts) {
        return all.entrySet().stream()
                .filter(entry -> holds(entry.getValue(), facts))
                .map(Map.Entry::getKey)
                .toList();
    }

    // criteria are written apart from the production code on purpose; what answers a query has tests of its own
    private static boolean holds(Criteria wanted, Facts facts) {
        if (!wanted.kinds().contains(facts.kind())) {
            return false;
        }
        if (!wanted.domains().isEmpty() && wanted.domains().stream().noneMatch(facts.domains()::contains)) {
            return false;
        }
        if (!wanted.zones().isEmpty() && wanted.zones().stream().noneMatch(facts.zones()::contains)) {
            return false;
        }
        if (!wanted.areas().isEmpty() && wanted.areas().stream().noneMatch(facts.areas()::contains)) {
            return false;
        }
        if (!wanted.regions().isEmpty() && wanted.regions().stream().noneMatch(facts.regions()::contains)) {
            return false;
        }
        Set<String> units = wanted.units().stream().map(ComparableKey::of).collect(Collectors.toSet());
        if (!units.isEmpty() && units.stream().noneMatch(facts.units()::contains)) {
            return false;
        }
        if (!wanted.originality().isEmpty() && !contains(wanted.originality(), facts.originality())) {
            return false;
        }
        if (!wanted.scopes().isEmpty() && !contains(wanted.scopes(), facts.scope())) {
            return false;
        }
        if (!holds(wanted.particulars(), facts.standing())) {
            return false;
        }
        String query = wanted.query();
        return query == null || AskedQuery.of(TypedQuery.parse(query)).isAnsweredBy(facts.content());
    }

    private static boolean holds(Particulars wanted, Standing standing) {
        if (!wanted.strengths().isEmpty() && !contains(wanted.strengths(), standing.strength())) {
            return false;
        }
        if (!wanted.genres().isEmpty() && !contains(wanted.genres(), standing.genre())) {
            return false;
        }
        if (!wanted.instruments().isEmpty()
                && wanted.instruments().stream().map(ComparableKey::of).noneMatch(standing.instruments()::contains)) {
            return false;
        }
        if (!wanted.levels().isEmpty() && !contains(wanted.levels(), standing.level())) {
            return false;
        }
        if (!wanted.statuses().isEmpty() && !contains(wanted.statuses(), standing.status())) {
            return false;
        }
        if (!wanted.outcomes().isEmpty() && !contains(wanted.outcomes(), standing.outcome())) {
            return false;
        }
        return wanted.concerns() == null || standing.concerned().contains(wanted.concerns());
    }

    private static boolean contains(Set<?> wanted, @Nullable Object value) {
        return value != null && wanted.contains(value);
    }

    private static Period<String> always(String owner, Criteria criteria) {
        return new Period<>(owner, criteria, Instant.MIN, Instant.MAX);
    }

    private static Criteria query(String query) {
        Set<String> none = Set.of();
        return new Criteria(Set.of(), Set.of(), none, none, none, none, Set.of(), Set.of(), query);
    }

    private static Facts facts(String text) {
        Set<String> none = Set.of();
        return new Facts(
                new EventAttributes(
                        EventKind.CASE_PUBLISHED, Set.of(), none, none, none, none, null, null, Standing.NONE),
                Content.of(List.of(text)));
    }

    private Criteria criteria() {
        return new Criteria(
                some(List.of(EventKind.CASE_PUBLISHED, EventKind.CASE_REVISED, EventKind.OBLIGATION_MOVED)),
                rarely(some(List.of(Domain.TRADE, Domain.FINANCE, Domain.OTHER))),
                rarely(some(ZONES)),
                rarely(some(AREAS)),
                rarely(some(REGIONS)),
                rarely(some(UNITS)),
                rarely(some(List.of(Originality.values()))),
                rarely(some(List.of(PromotionScope.values()))),
                random.nextBoolean() ? null : term() + (random.nextBoolean() ? "" : "　" + term()),
                random.nextBoolean() ? Particulars.NONE : particulars());
    }

    private Particulars particulars() {
        return new Particulars(
                rarely(some(List.of(PromotionStrength.values()))),
                rarely(some(List.of(Genre.values()))),
                rarely(some(INSTRUMENTS)),
                rarely(some(List.of(Level.values()))),
                rarely(some(List.of(Status.values()))),
                rarely(some(List.of(Outcome.values()))),
                random.nextInt(3) > 0 ? null : REGIONS.get(random.nextInt(REGIONS.size())));
    }

    private Facts facts() {
        return new Facts(
                new EventAttributes(
                        random.nextBoolean() ? EventKind.CASE_PUBLISHED : EventKind.OBLIGATION_MOVED,
                        some(List.of(Domain.TRADE, Domain.FINANCE, Domain.OTHER)),
                        some(ZONES),
                        some(AREAS),
                        some(REGIONS),
                        some(UNITS).stream().map(ComparableKey::of).collect(Collectors.toSet()),
                        random.nextBoolean() ? null : Originality.NATIONAL_FIRST,
                        random.nextBoolean()
                                ? null
                                : List.of(PromotionScope.values()).get(random.nextInt(4)),
                        new Standing(
                                random.nextBoolean() ? null : PromotionStrength.MANDATED,
                                random.nextBoolean() ? null : Genre.PROMOTION_LIST,
                                some(INSTRUMENTS).stream()
                                        .map(ComparableKey::of)
                                        .collect(Collectors.toSet()),
                                random.nextBoolean() ? null : Level.PREFECTURE,
                                random.nextBoolean() ? null : Status.CLOSED,
                                random.nextBoolean() ? null : Outcome.ADOPTED,
                                some(REGIONS))),
                Content.of(List.of(letters(random.nextInt(120)), letters(40))));
    }

    private String term() {
        return letters(2 + random.nextInt(2)).replace(' ', 'b');
    }

    private String letters(int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> chosen = new HashSet<>();
        for (T value : new ArrayList<>(values)) {
            if (random.nextBoolean()) {
                chosen.add(value);
            }
        }
        return chosen;
    }

    private <T> Set<T> rarely(Set<T> values) {
        return random.nextInt(4) == 0 ? values : Set.of();
    }
}
