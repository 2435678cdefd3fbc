package io.casewire.replication.delegation;

import io.casewire.contracts.event.Basis.Delegation;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.obligation.RegionSets;
import org.jspecify.annotations.Nullable;

/** Who is to do a part of a line: another region, or an office of the same. */
sealed interface Delegate {
    /** Who has to do it, as a line names it. */
    ObligationId idOf(Obligation parent);

    /** The region whose people report on it. */
    String regionCode(Obligation parent);

    String regionName(Obligation parent);

    @Nullable
    Level level(Obligation parent);

    @Nullable
    String provinceCode(Obligation parent);

    Delegation delegation(Obligation parent);

    /** A prefecture, county, zone or area in the region. */
    record Part(Place place, Gazetteer gazetteer) implements Delegate {
        @Override
        public ObligationId idOf(Obligation parent) {
            return ObligationId.derive(parent.id().value(), place.code());
        }

        @Override
        public String regionCode(Obligation parent) {
            return place.code();
        }

        @Override
        public String regionName(Obligation parent) {
            return place.name();
        }

        @Override
        public Level level(Obligation parent) {
            return RegionSets.level(place);
        }

        @Override
        public String provinceCode(Obligation parent) {
            return gazetteer.provinceOf(place).code();
        }

        @Override
        public Delegation delegation(Obligation parent) {
            return new Delegation(parent.id(), null);
        }
    }

    /** An office of the region itself. */
    record Office(String name) implements Delegate {
        @Override
        public ObligationId idOf(Obligation parent) {
            return ObligationId.derive(parent.id().value(), "department", name);
        }

        @Override
        public String regionCode(Obligation parent) {
            return parent.regionCode();
        }

        @Override
        public String regionName(Obligation parent) {
            return parent.regionName();
        }

        @Override
        public @Nullable Level level(Obligation parent) {
            return parent.level();
        }

        @Override
        public @Nullable String provinceCode(Obligation parent) {
            return parent.provinceCode();
        }

        @Override
        public Delegation delegation(Obligation parent) {
            return new Delegation(parent.id(), name);
        }
    }
}
