package io.casewire.replication.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.replication.ledger.LedgerHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what the tallies of 100,000 obligations take; the number stands in the README. */
class MemoryTests {
    private static final int CASES = 1000;
    private static final int REGIONS = 100;

    @Test
    void aHundredThousandObligationsFitIntoLittle() {
        long before = used();
        Tallies tallies = new Tallies();
        for (int c = 0; c < CASES; c++) {
            for (int r = 0; r < REGIONS; r++) {
                tallies.take(List.of(head(c, r)));
            }
        }
        long taken = used() - before;
        System.out.printf("Tallies of %d obligations: %.1f MB%n", CASES * REGIONS, taken / 1e6);
        assertThat(tallies.all(LineFilter.ALL).together().inScope()).isEqualTo((long) CASES * REGIONS);
        // far above what it is, far below what the entries themselves would take
        assertThat(taken).isLessThan(120_000_000);
    }

    // every object a new one, as if read from a store; one in four is closed
    private static LedgerHead head(int c, int r) {
        boolean closed = r % 4 == 0;
        String region = String.valueOf(100_000 + r);
        String name = "case" + c;
        Obligation obligation = new Obligation(
                ObligationId.derive(name, region),
                CaseId.derive(name),
                1,
                "案例" + c,
                List.of(Domain.TRADE, Domain.OTHER),
                region,
                region,
                Role.ADOPTER,
                closed ? Status.CLOSED : Status.UNKNOWN,
                closed ? Outcome.ADOPTED : null,
                Assurance.NONE,
                List.of(),
                PromotionStrength.MANDATED,
                "2023",
                null,
                Level.COUNTY,
                region,
                new Basis(
                        Basis.Rule.NAMED,
                        "全国",
                        new PolicyDocument("通知", "国函〔2023〕" + c % 50 + "号", null),
                        new Basis.Day(LocalDate.of(2023, 1, 1), Basis.Known.PRINTED, null, null),
                        null,
                        List.of(),
                        null,
                        null),
                null,
                null);
        return new LedgerHead(
                obligation,
                1,
                false,
                Instant.parse("2023-01-02T00:00:00Z"),
                closed
                        ? new LedgerHead.Closing(
                                1, Instant.parse("2024-01-02T00:00:00Z").plusSeconds(c))
                        : null);
    }

    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
