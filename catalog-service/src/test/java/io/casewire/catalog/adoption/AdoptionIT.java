package io.casewire.catalog.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@CatalogTest
class AdoptionIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CASES = "/api/catalog/v1/cases";
    private static final String SECRET = "只给上级看的说明";

    private final Wire wire = new Wire();
    private final CatalogClient client;

    @Autowired
    private MongoTemplate mongo;

    AdoptionIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void findsAndCountsCasesByHowFarTheyWereAdopted() {
        // an obligation may be told before its case
        tell("adopt-half", "a", Status.CLOSED, Outcome.ADOPTED, 2);
        tell("adopt-half", "b", Status.IN_PROGRESS, null, 2);
        tell("adopt-half", "c", Status.UNKNOWN, null, 1);
        tell("adopt-half", "d", Status.CLOSED, Outcome.NOT_APPLICABLE, 2);
        // regions of a lower level are not added to those of the highest
        wire.tell(
                Topics.OBLIGATION,
                new ObligationDerived(
                        Duties.of("adopt-half", "e", Level.PREFECTURE, Role.ADOPTER, Status.CLOSED, Outcome.ADOPTED),
                        1),
                CaseDraft.MORNING);
        tell("adopt-all", "a", Status.CLOSED, Outcome.PARTIAL, 2);
        tell("adopt-silent", "a", Status.UNKNOWN, null, 1);
        for (String name : List.of("adopt-half", "adopt-all", "adopt-silent", "adopt-none")) {
            wire.tell(CaseDraft.of(name, "采纳率试样" + name).content(), 1);
        }
        wire.flush();
        awaitFound("50..", "adopt-half", "adopt-all");
        awaitFound("..99", "adopt-half");
        awaitFound("50", "adopt-half");
        awaitFound("100", "adopt-all");
        awaitFound("51..99");

        var answer = client.get(CASES, "q", "采纳率试样", "adoption", "50..74", "fold", "false")
                .json();
        assertThat(answer.path("items").get(0).path("adoption").toString())
                .isEqualTo("{\"level\":\"PROVINCE\",\"percent\":50,\"numerator\":1,\"denominator\":2,\"inScope\":4}");
        assertThat(answer.path("facets").path("adoption").toString())
                .contains("{\"value\":\"50..74\",\"count\":1}", "{\"value\":\"100\",\"count\":1}");

        // the same once more and an older one that comes late change nothing; a newer one does
        tell("adopt-half", "b", Status.CLOSED, Outcome.ADOPTED, 3);
        tell("adopt-half", "b", Status.IN_PROGRESS, null, 2);
        tell("adopt-half", "a", Status.CLOSED, Outcome.ADOPTED, 2);
        wire.flush();
        awaitFound("100", "adopt-half", "adopt-all");
        assertThat(mongo.getCollection("adoptions")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .contains("ADOPTED")
                .doesNotContain(SECRET, "430000", "湖南省", "coordinator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "50..20", "..101", "..", "", "50天", "-1"})
    void refusesWhatIsNoSpanOfPerCents(String value) {
        CatalogClient.Answer refused = client.get(CASES, "adoption", value);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("parameter").asString()).isEqualTo("adoption");
    }

    private void awaitFound(String span, String... names) {
        List<String> expected = List.of(names).stream()
                .map(name -> CaseDraft.of(name, name).content().id().value())
                .toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.get(CASES, "q", "采纳率试样", "adoption", span, "fold", "false")
                                .ids())
                        .as(span)
                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    private void tell(String of, String region, Status status, @Nullable Outcome outcome, long revision) {
        var duty = Duties.of(of, region, Role.ADOPTER, status, outcome);
        ObligationEvent event = revision == 1
                ? new ObligationDerived(duty, revision)
                : new ObligationMoved(
                        duty,
                        revision,
                        new Step(
                                Status.UNKNOWN,
                                status,
                                outcome,
                                "coordinator",
                                CaseDraft.MORNING,
                                SECRET,
                                null,
                                List.of()));
        wire.tell(Topics.OBLIGATION, event, CaseDraft.MORNING);
    }
}
