package io.casewire.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.EventRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedCasesTests {
    private static final int SOME = 2_000;
    private final InventedCases cases = new InventedCases(7);

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        assertThat(new InventedCases(7).content(123)).isEqualTo(cases.content(123));
        assertThat(new InventedCases(8).content(123).title())
                .isNotEqualTo(cases.content(123).title());
    }

    @Test
    void differInTitleTextZoneUnitsAndFigures() {
        List<CaseRecord> some =
                IntStream.range(0, SOME).mapToObj(cases::content).toList();
        assertThat(distinct(some.stream().map(CaseRecord::title).toList())).isGreaterThan(SOME * 95 / 100);
        assertThat(distinct(some.stream().map(CaseRecord::practice).toList())).isEqualTo(SOME);
        assertThat(distinct(some.stream().map(CaseRecord::zones).toList())).isGreaterThan(15);
        assertThat(distinct(some.stream().map(CaseRecord::leadUnits).toList())).isGreaterThan(10);
        assertThat(distinct(some.stream().map(CaseRecord::metrics).toList())).isGreaterThan(SOME / 2);
        assertThat(distinct(some.stream().map(CaseRecord::domains).toList())).isGreaterThan(5);
    }

    @Test
    void someAreToldAgainInAnotherDocument() {
        List<String> names = IntStream.range(0, SOME)
                .mapToObj(number -> cases.content(number).title())
                .map(title -> title.substring(title.indexOf('“'), title.indexOf('”')))
                .toList();
        assertThat(distinct(names)).isLessThan(SOME * 95 / 100).isGreaterThan(SOME * 3 / 4);
    }

    @Test
    void travelAsValidEventsOfWhichOneInTenRevisesAnEarlierOne() {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            Envelope<CaseEvent> event = cases.event(number);
            var topic = Topics.cases(event.event().content().firstDomain());
            assertThat(EventRules.violation(topic, event)).isEmpty();
            assertThat(EventCodec.encode(topic, event).key())
                    .isEqualTo(event.event().key());
            assertThat(event.event() instanceof CaseRevised).isEqualTo(number % 10 == 9);
            assertThat(ids.add(event.event().key()))
                    .as("only a revision has an id that was there")
                    .isEqualTo(number % 10 != 9);
        }
    }

    @Test
    void idsTellTheirNumber() {
        assertThat(InventedCases.number(InventedCases.id(99_999_999))).isEqualTo(99_999_999);
        assertThat(cases.content(5).id().value()).isEqualTo(InventedCases.id(5));
    }

    @Test
    void queriesAskForWhatIsThere() {
        List<InventedQueries.Asked> queries = InventedQueries.of(70, cases, SOME, 7);
        assertThat(queries).isEqualTo(InventedQueries.of(70, cases, SOME, 7));
        assertThat(distinct(queries)).isGreaterThan(55);
        assertThat(queries).anyMatch(asked -> asked.filters().containsKey("zone"));
        assertThat(queries).allMatch(asked -> asked.words().length() <= 100);
    }

    private static int distinct(List<?> values) {
        return new HashSet<>(values).size();
    }
}
