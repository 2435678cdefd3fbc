package io.casewire.gazetteer;

import io.casewire.gazetteer.Amendment.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operator's rows beside the built-in tables, and what follows from each. Immutable. */
public final class Amendments {
    private final List<Amendment> rows;
    private final Tables tables;
    private final Map<String, RegionSet> sets;
    private final Map<String, RegionSet> builtInSets;
    private final Map<String, String> codes = new HashMap<>();

    Amendments(Tables tables) {
        this.tables = tables;
        this.rows = tables.amendments();
        this.sets = tables.sets().stream().collect(Collectors.toMap(RegionSet::id, set -> set));
        this.builtInSets = tables.builtIn().sets().stream().collect(Collectors.toMap(RegionSet::id, set -> set));
        tables.zones()
                .forEach(named -> codes.put(named.zone().id(), named.zone().code()));
    }

    /** All rows, withdrawn ones too, in the order of their files. */
    public List<Amendment> all() {
        return rows;
    }

    /** The rows that concern a set, withdrawn ones too: of {@code pilot-zones} those of the zones. */
    public List<Amendment> of(RegionSet set) {
        return rows.stream().filter(row -> concerns(row, set.id())).toList();
    }

    /** Whether the set is in the built-in tables. */
    public boolean isBuiltIn(RegionSet set) {
        return builtInSets.containsKey(set.id());
    }

    /** The last row that makes the set another on the day than the built-in tables alone would; empty where it is the same. */
    public Optional<Amendment> of(RegionSet set, LocalDate day) {
        Set<String> before = codes(builtInSets.get(set.id()), day);
        Set<String> now = codes(sets.get(set.id()), day);
        if (before.equals(now) && isBuiltIn(set)) {
            return Optional.empty();
        }
        return rows.stream()
                .filter(Amendment::stands)
                .filter(row -> concerns(row, set.id()))
                .filter(row -> row.kind() == Kind.SET || before.contains(code(row)) != now.contains(code(row)))
                .reduce((_, later) -> later);
    }

    /** The row that knows a place which the built-in tables do not; empty for those they know. */
    public Optional<Amendment> of(Place place) {
        return switch (place) {
            case Region _ -> Optional.empty();
            case Zone zone ->
                tables.builtIn().zones().contains(zone.id()) ? Optional.empty() : last(Kind.ZONE, zone.id());
            case Area area ->
                tables.builtIn().areas().contains(area.id()) ? Optional.empty() : last(Kind.AREA, area.id());
        };
    }

    /** Changes whenever a place, a set or a day does, built-in or not. */
    public String fingerprint() {
        String all = tables.regions() + "\n" + tables.districts() + "\n" + tables.zones() + "\n" + tables.areas() + "\n"
                + tables.sets();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Amendment> last(Kind kind, String id) {
        return rows.stream()
                .filter(row -> row.stands() && row.kind() == kind && row.of().equals(id))
                .reduce((_, later) -> later);
    }

    private static boolean concerns(Amendment row, String set) {
        return switch (row.kind()) {
            case SET, MEMBER -> row.of().equals(set);
            case ZONE -> set.equals(OperatorTables.PILOT_ZONES);
            case AREA -> false;
        };
    }

    private String code(Amendment row) {
        String member = row.member();
        return member != null ? member : codes.getOrDefault(row.of(), row.of());
    }

    private Set<String> codes(@Nullable RegionSet set, LocalDate day) {
        return set == null
                ? Set.of()
                : set.members().stream()
                        .filter(member -> member.validity().holdsOn(day))
                        .map(member -> codes.getOrDefault(member.id(), member.id()))
                        .collect(Collectors.toSet());
    }
}
