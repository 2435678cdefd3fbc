package io.casewire.query;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Referent;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.RegionSet;
import io.casewire.gazetteer.Zone;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of a case by their ids: a zone's stands for its province too, an area's for its zone, its city and its province.
 *
 * @param own where it comes from, and whom it is promoted to by name
 * @param mentioned those of its text and of its document that are not its own
 */
public record CasePlaces(Set<String> own, Set<String> mentioned) {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private static final int MAX_READ = 20_000;

    /** Of a case, read in that document. */
    public static CasePlaces of(CaseRecord content, DocumentReference document) {
        Set<String> own = new LinkedHashSet<>();
        content.zones().forEach(zone -> GAZETTEER.zoneNamed(zone).ifPresent(found -> add(found, own)));
        content.areas().forEach(area -> GAZETTEER.areaNamed(area).ifPresent(found -> add(found, own)));
        content.originUnits().forEach(unit -> mentions(unit, own));
        mentions(content.title(), own);
        Promotion promotion = content.promotion();
        if (promotion != null) {
            promotion.regions().forEach(region -> named(region, own));
        }
        Set<String> mentioned = new LinkedHashSet<>();
        for (CaseField field : CaseField.values()) {
            mentions(field.textOf(content, document), mentioned);
        }
        mentioned.removeAll(own);
        return new CasePlaces(Set.copyOf(own), Set.copyOf(mentioned));
    }

    /** The places named in texts that say where something is from, and in others. */
    public static CasePlaces of(List<String> own, List<String> others) {
        Set<String> from = new LinkedHashSet<>();
        own.forEach(text -> mentions(text, from));
        Set<String> mentioned = new LinkedHashSet<>();
        others.forEach(text -> mentions(text, mentioned));
        mentioned.removeAll(from);
        return new CasePlaces(Set.copyOf(from), Set.copyOf(mentioned));
    }

    Set<String> all() {
        Set<String> all = new HashSet<>(own);
        all.addAll(mentioned);
        return all;
    }

    private static void named(String codeOrZone, Set<String> ids) {
        GAZETTEER.region(codeOrZone).ifPresent(region -> add(region, ids));
        GAZETTEER.zoneNamed(codeOrZone).ifPresent(zone -> add(zone, ids));
    }

    private static void mentions(@Nullable String text, Set<String> ids) {
        if (text != null) {
            for (Mention mention : GAZETTEER.mentions(text.substring(0, Math.min(text.length(), MAX_READ)))) {
                add(mention.referent(), ids);
            }
        }
    }

    private static void add(Referent referent, Set<String> ids) {
        switch (referent) {
            case Region region -> addWithProvince(region, ids);
            case Zone zone -> addWithProvince(zone, ids);
            case Area area -> {
                addWithProvince(area, ids);
                ids.add(area.zone());
                ids.add(area.place());
            }
            case RegionSet _ -> {
                // its members are not spoken of one by one
            }
        }
    }

    private static void addWithProvince(Place place, Set<String> ids) {
        ids.add(place.id());
        ids.add(GAZETTEER.provinceOf(place).code());
    }
}
