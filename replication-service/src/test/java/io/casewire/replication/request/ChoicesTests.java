package io.casewire.replication.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.serving.problem.Unknown;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.ErrorResponseException;

class ChoicesTests {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    @Test
    void absentStaysAbsent() {
        assertThat(Unknown.constant("status", null, Status.class)).isNull();
        assertThat(Choices.domain(null)).isNull();
        assertThat(Choices.region(null, GAZETTEER)).isNull();
    }

    @Test
    void validValuesAreTaken() {
        assertThat(Unknown.constant("status", "in_progress", Status.class)).isEqualTo(Status.IN_PROGRESS);
        assertThat(Choices.domain("intellectual-property")).isEqualTo(Domain.INTELLECTUAL_PROPERTY);
        assertThat(Choices.domain("Trade")).isEqualTo(Domain.TRADE);
        assertThat(Choices.region("430100", GAZETTEER)).isEqualTo("430100");
    }

    @ParameterizedTest
    @CsvSource({"CLOSD, CLOSED", "in-progress, IN_PROGRESS", "INPROGRESS, IN_PROGRESS", "SUBMITED, SUBMITTED"})
    void unknownStatusIsRefusedWithTheNearest(String given, String meant) {
        assertRefused(() -> Unknown.constant("status", given, Status.class), given, "status", meant);
    }

    @ParameterizedTest
    @CsvSource({"Tradee, trade", "tarde, trade", "贸易便利化, trade", "intellectual_property, intellectual-property"})
    void unknownDomainIsRefusedWithTheNearest(String given, String meant) {
        assertRefused(() -> Choices.domain(given), given, "domain", meant);
    }

    @ParameterizedTest
    @CsvSource({"湖南, 430000", "湖南省, 430000", "湖北省, 420000", "430001, 430000", "43000, 430000", "长沙市, 430100"})
    void unknownRegionIsRefusedWithTheNearest(String given, String meant) {
        assertRefused(() -> Choices.region(given, GAZETTEER), given, "region", meant);
    }

    @Test
    void whatIsNearToNothingIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> Unknown.constant("status", "{\"$ne\":null}", Status.class))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> assertThat(
                                refused.getBody().getDetail())
                        .contains("There are UNKNOWN, NOT_STARTED")
                        .doesNotContain("Did you mean"));
        assertThatThrownBy(() -> Choices.region("x".repeat(5000), GAZETTEER))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getBody().getDetail()).hasSizeLessThan(400));
    }

    private static void assertRefused(ThrowingCallable call, String given, String what, String meant) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
            assertThat(refused.getStatusCode().value()).isEqualTo(400);
            assertThat(Objects.requireNonNull(refused.getBody().getType()).toString())
                    .isEqualTo("urn:casewire:problem:unknown-value");
            assertThat(refused.getBody().getDetail()).contains("'" + given + "' is no " + what, "Did you mean", meant);
            Map<String, Object> properties =
                    Objects.requireNonNull(refused.getBody().getProperties());
            assertThat(properties.get("nearest"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .contains(meant);
        });
    }
}
