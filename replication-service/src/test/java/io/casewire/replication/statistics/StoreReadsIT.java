package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.embedded.SharedStore;
import io.casewire.replication.CountedCommands;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What answers ask the store for, counted where the driver hands it over. */
class StoreReadsIT {
    private static final CountedCommands COMMANDS = new CountedCommands();
    private static final SampleCase CASE =
            SampleCase.titled("读数" + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(SharedStore.freshDatabase(), "reads-" + UUID.randomUUID(), COMMANDS);
        service.publish(CASE.published());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get("/api/replication/v1/cases/" + CASE.id() + "/adoption")
                                .body()
                                .path("regions")
                                .size()
                        == 31);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersAskForNoMoreWhereAHundredTimesTheObligationsAre() {
        String round = UUID.randomUUID().toString();
        oblige(round, 50);
        Map<String, CountedCommands.Read> few = reads();
        oblige(round + "more", 5_000);
        Map<String, CountedCommands.Read> many = reads();
        assertThat(many).isEqualTo(few);
        assertThat(few.values().stream().filter(read -> read.commands() == 0))
                .as("nothing but counts needs no store")
                .hasSize(7);
        assertThat(few)
                .hasEntrySatisfying("/matrix?size=1", read -> assertThat(read.documents())
                        .as("a row, and one more")
                        .isLessThanOrEqualTo(2))
                .hasEntrySatisfying("/regions/441900/ledger?size=10", read -> assertThat(read.documents())
                        .as("ten lines, and one more")
                        .isEqualTo(11));
    }

    private static Map<String, CountedCommands.Read> reads() {
        Map<String, CountedCommands.Read> reads = new LinkedHashMap<>();
        for (String path : List.of(
                "/statistics",
                "/statistics?by=domain",
                "/statistics?by=instrument&level=county&domain=trade",
                "/statistics?by=case&level=county&size=20",
                "/counts",
                "/regions/comparison?level=county",
                "/adoption/curve?level=county",
                "/matrix?size=1",
                "/regions/441900/ledger?size=10",
                "/cases/" + CASE.id() + "/adoption",
                "/cases/" + CASE.id() + "/adoption/curve")) {
            reads.put(path, COMMANDS.during(() -> assertThat(
                            service.get("/api/replication/v1" + path).status())
                    .as(path)
                    .isEqualTo(200)));
        }
        return reads;
    }

    /** Obligations of one city from as many cases, that were never published. */
    private static void oblige(String round, int number) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Entry entry = Entry.derived(obligation(round + i), Instant.parse("2024-01-01T00:00:00Z"));
            changes.add(new Change(entry, 0, null));
        }
        assertThat(service.bean(Entries.class).write(changes)).isTrue();
    }

    private static Obligation obligation(String name) {
        CaseId id = CaseId.derive(name);
        return new Obligation(
                ObligationId.derive(id.value(), "441900"),
                id,
                1,
                name,
                List.of(Domain.TRADE),
                "441900",
                "东莞市",
                Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                PromotionStrength.MANDATED,
                "2023",
                null,
                Level.COUNTY,
                "440000",
                new Basis(
                        Basis.Rule.NAMED,
                        "东莞市",
                        new PolicyDocument("通知", "粤府〔2023〕1号", null),
                        new Basis.Day(LocalDate.of(2023, 1, 1), Basis.Known.PRINTED, null, null),
                        null,
                        List.of(),
                        null,
                        null),
                null,
                null);
    }
}
