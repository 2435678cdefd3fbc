package io.casewire.benchmarks.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.EventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ReplicationOptionsTests {
    @Test
    void takesEveryOption() {
        ReplicationOptions options =
                parsed("--json", "f.json", "--cases", "500", "--regions", "400", "--seconds", "60");
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options).extracting("cases", "regions", "seconds", "rate").containsExactly(500, 400, 60, 100);
        assertThat(options.settings()).containsEntry("regions", 400);
    }

    @Test
    void takesANumberOfObligationsInPlaceOfCasesAndRegions() {
        ReplicationOptions options = parsed("--obligations", "200000", "--minutes", "30");
        assertThat(options)
                .extracting(ReplicationOptions::cases, ReplicationOptions::regions)
                .containsExactly(500, 400);
        assertThat(options.limit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(options.settings()).containsEntry("cases", 500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason=x|Unknown option",
                "--regions=0|--regions needs a number from 1 to 3000, not 0",
                "--cases=3|--cases needs a number from 4 to 10000, not 3",
                "--obligations=100|--obligations needs a number from 1600 to 4000000, not 100",
                "--cases=many|is not an int",
            })
    void refusesWhatItDoesNotUnderstandByName(String word, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(word))
                .withMessageContaining(said);
    }

    @Test
    void casesAreAddressedToAsManyRegionsAsAreWantedAndCanBePublished() {
        AddressedCases cases = new AddressedCases(400);
        assertThat(cases.regions()).hasSize(400).doesNotHaveDuplicates();
        CasePublished event = (CasePublished) cases.event(7).event();
        assertThat(Objects.requireNonNull(event.content().promotion()).scope()).isEqualTo(PromotionScope.NAMED);
        assertThat(EventCodec.encode(Topics.cases(event.content().firstDomain()), cases.event(7))
                        .value())
                .isNotEmpty();
        assertThat(cases.event(8).event().caseId()).isNotEqualTo(event.caseId());
    }

    private static ReplicationOptions parsed(String... words) {
        ReplicationOptions options = new ReplicationOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }
}
