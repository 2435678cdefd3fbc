package io.casewire.replication.tally;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionStrength;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are counted; a null component takes all.
 *
 * @param region six digits
 * @param province code of the provincial-level division the regions lie in
 * @param instrument as a line names it
 */
public record LineFilter(
        @Nullable Domain domain,
        @Nullable String region,
        @Nullable Level level,
        @Nullable String province,
        @Nullable String instrument,
        @Nullable PromotionStrength strength,
        @Nullable CaseId caseId) {
    /** All. */
    public static final LineFilter ALL = new LineFilter(null, null, null, null, null, null, null);

    /** Those of that case. */
    public static LineFilter of(CaseId caseId) {
        return new LineFilter(null, null, null, null, null, null, caseId);
    }

    /** The same at that level. */
    public LineFilter at(@Nullable Level wanted) {
        return new LineFilter(domain, region, wanted, province, instrument, strength, caseId);
    }

    /** Whether it takes every line, but for the level. */
    boolean takesAllOfALevel() {
        return equals(ALL.at(level));
    }

    boolean takes(Line line) {
        return (domain == null || line.domains().contains(domain))
                && (region == null || region.equals(line.region()))
                && (level == null || level == line.level())
                && (province == null || province.equals(line.province()))
                && (instrument == null || instrument.equals(line.instrument()))
                && (strength == null || strength == line.strength())
                && (caseId == null || caseId.equals(line.caseId()));
    }
}
