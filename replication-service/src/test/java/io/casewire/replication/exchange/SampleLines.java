package io.casewire.replication.exchange;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.replication.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that no store has. */
final class SampleLines {
    private SampleLines() {}

    static Line line(int number, String title, @Nullable Work work) {
        Basis basis = new Basis(
                Basis.Rule.NAMED,
                "全国",
                new PolicyDocument("关于复制推广的通知", "国函〔2023〕" + number + "号", null),
                new Basis.Day(LocalDate.of(2023, 12, 1), Basis.Known.PRINTED, null, null),
                null,
                List.of(),
                null,
                null);
        Obligation obligation = new Obligation(
                ObligationId.derive(title + number, "430000"),
                CaseId.derive(title, Integer.toString(number)),
                1,
                title,
                List.of(Domain.TRADE, Domain.FINANCE),
                "430000",
                "湖南省",
                Role.ADOPTER,
                Status.IN_PROGRESS,
                null,
                Assurance.NONE,
                List.of(),
                PromotionStrength.MANDATED,
                "2023",
                LocalDate.of(2026, 12, 31),
                Level.PROVINCE,
                "430000",
                basis,
                null,
                work);
        return new Line(Entry.derived(obligation, Instant.parse("2026-11-29T16:30:00Z")), number, true);
    }
}
