package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.obligation.RegionSets;
import io.casewire.replication.request.Choices;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.ComparableKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters of counts as sent; null asks for all. The case goes beside them, as its name is a word of the language.
 *
 * @param instrument number or title of an instrument that some obligation follows from, in any spelling
 */
record Asked(
        @Nullable String domain,
        @Nullable String region,
        @Nullable String level,
        @Nullable String province,
        @Nullable String instrument,
        @Nullable String strength) {

    /** Typed; of one level, as regions of different levels are not counted together: the region's, else the provinces'. */
    LineFilter ofOneLevel(@Nullable String caseId, Tallies tallies, Gazetteer gazetteer) {
        LineFilter filter = filter(caseId, tallies, gazetteer);
        return filter.level() == null ? filter.at(level(filter, gazetteer)) : filter;
    }

    /** Typed; of every level where none is given. */
    LineFilter filter(@Nullable String caseId, Tallies tallies, Gazetteer gazetteer) {
        return new LineFilter(
                Choices.domain(domain),
                Choices.region(region, gazetteer),
                Choices.level(level),
                Choices.region(province, gazetteer),
                instrument == null ? null : instrument(instrument, tallies),
                Unknown.constant("strength", strength, PromotionStrength.class),
                InvalidParameter.read("case", caseId, CaseId::new));
    }

    private static Level level(LineFilter filter, Gazetteer gazetteer) {
        return filter.region() == null
                ? Level.PROVINCE
                : gazetteer.place(filter.region()).map(RegionSets::level).orElse(Level.PROVINCE);
    }

    private static String instrument(String given, Tallies tallies) {
        Set<String> known = tallies.by(Dimension.INSTRUMENT, LineFilter.ALL).keySet();
        String key = ComparableKey.of(given);
        return known.stream()
                .filter(one -> ComparableKey.of(one).equals(key))
                .findFirst()
                .orElseThrow(() -> Unknown.parameterValue("instrument", given, known));
    }
}
