package io.casewire.replication.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deadlines of parts beside that of the whole. */
class PartDatesIT {
    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);
    private final SampleCase sample =
            SampleCase.titled("分解时限" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");

    @Test
    void aPartThatTookTheDeadlineOverFollowsItAndOneOfItsOwnStays() {
        String whole = line();
        due(whole, "2027-06-30");
        String follows = part(whole, "430100");
        String own = part(whole, "430600");
        String below = part(follows, "430102");
        due(own, "2027-03-31");
        due(whole, "2027-09-30");
        assertThat(dueOn(follows)).isEqualTo("2027-09-30");
        assertThat(dueOn(below)).isEqualTo("2027-09-30");
        assertThat(dueOn(own)).isEqualTo("2027-03-31");
        due(whole, "2027-04-30");
        assertThat(dueOn(follows)).isEqualTo("2027-04-30");
        assertThat(dueOn(below)).isEqualTo("2027-04-30");
        assertThat(dueOn(own)).isEqualTo("2027-03-31");
    }

    @Test
    void aPartIsNeverDueLaterThanTheWhole() {
        String whole = line();
        due(whole, "2027-06-30");
        String part = part(whole, "430100");
        due(part, "2027-05-31");
        due(whole, "2027-04-30");
        assertThat(dueOn(part)).isEqualTo("2027-04-30");
        Answer refused = due(part, "2027-05-31");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("later-than-the-whole");
        assertThat(dueOn(part)).isEqualTo("2027-04-30");
    }

    @Test
    void aPartWhoseOwnDeadlineIsTakenBackHasThatOfTheWholeAgain() {
        String whole = line();
        due(whole, "2027-06-30");
        String part = part(whole, "430100");
        due(part, "2027-03-31");
        assertThat(service.delete(path(part) + "/due", coordinator).status()).isEqualTo(200);
        assertThat(dueOn(part)).isEqualTo("2027-06-30");
        assertThat(service.delete(path(whole) + "/due", coordinator).status()).isEqualTo(200);
        assertThat(dueOn(part)).isNull();
        due(part, "2028-01-31");
        assertThat(dueOn(part)).isEqualTo("2028-01-31");
    }

    @Test
    void partsFollowWhenManyAreSetAndNoneIsSetLaterThanItsWhole() {
        String whole = line();
        due(whole, "2027-06-30");
        String part = part(whole, "430100");
        Answer one = many(Map.of("caseId", sample.id().value(), "region", "430100"), "2027-12-31");
        assertThat(one.body().path("changed").asInt()).isZero();
        assertThat(one.body().path("later").path(0).asString()).isEqualTo(part);
        assertThat(dueOn(part)).isEqualTo("2027-06-30");
        Answer all = many(Map.of("caseId", sample.id().value()), "2027-12-31");
        assertThat(all.body().path("later")).isEmpty();
        assertThat(dueOn(whole)).isEqualTo("2027-12-31");
        assertThat(dueOn(part)).isEqualTo("2027-12-31");
        many(Map.of("caseId", sample.id().value(), "region", "430000"), "2027-11-30");
        assertThat(dueOn(part)).isEqualTo("2027-11-30");
    }

    @Test
    void aPartThatIsHandedDownAgainTakesTheDeadlineOverAnew() {
        String whole = line();
        due(whole, "2027-06-30");
        String part = part(whole, "430100");
        service.post(path(part) + "/withdrawal", hunan, Map.of("reason", "调整"));
        due(whole, "2027-02-28");
        assertThat(part(whole, "430100")).isEqualTo(part);
        assertThat(dueOn(part)).isEqualTo("2027-02-28");
    }

    private String line() {
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get(path(id)).status() == 200);
        return id;
    }

    private String part(String of, String to) {
        Answer answer = service.post(path(of) + "/delegations", coordinator, Map.of("to", to, "reason", "分解落实"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("id");
    }

    private Answer due(String id, String on) {
        return service.put(path(id) + "/due", coordinator, Map.of("on", on, "reason", "推进会确定"));
    }

    private Answer many(Map<String, String> filter, String on) {
        return service.post(
                "/api/replication/v1/obligations/due",
                coordinator,
                Map.of("filter", filter, "on", on, "reason", "统一调整"));
    }

    private @Nullable String dueOn(String id) {
        return service.get(path(id)).body().path("dueOn").asString(null);
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
