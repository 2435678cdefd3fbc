package io.casewire.notify.subscription;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import io.casewire.notify.subscription.NameTable.Ambiguous;
import io.casewire.notify.subscription.NameTable.Found;
import io.casewire.notify.subscription.NameTable.Unknown;
import io.casewire.query.AskedQuery;
import io.casewire.text.ComparableKey;
import io.casewire.text.SearchText;
import io.casewire.text.SimplifiedForm;
import io.casewire.text.TypedQuery;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of criteria from names as people type them: each becomes the one value it stands for, or a sentence in
 * {@link #problems} that names it and the nearest valid ones. Nothing is dropped and nothing turned into something else. One
 * for each request.
 */
public final class CriteriaNames {
    private static final int MAX_VALUES = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_QUERY = 200;
    private static final int MAX_TERMS = 10;
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    private final List<String> problems = new ArrayList<>();

    /** What could not be read so far, a sentence each, fit for the person who asked. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Event kinds, {@code case.published}; also by their whole wire names. */
    public Set<EventKind> kinds(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "event kind", names, KnownNames.KINDS, _ -> Optional.empty(), Function.identity());
    }

    /** Domains by slug, Chinese name, or a name that documents print for them. */
    public Set<Domain> domains(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "domain", names, KnownNames.DOMAINS, _ -> Optional.empty(), Function.identity());
    }

    /** Full names of zones, {@code 湖南自贸试验区}, by any form of the name. */
    public Set<String> zones(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "pilot free trade zone", names, KnownNames.ZONES, GAZETTEER::zoneNamed, Zone::name);
    }

    /** Names of areas, {@code 岳阳片区}. */
    public Set<String> areas(String property, @Nullable Collection<@Nullable String> names) {
        return values(
                property, "area of a pilot free trade zone", names, KnownNames.AREAS, GAZETTEER::areaNamed, Area::name);
    }

    /** Six-digit codes of regions, by code or name. */
    public Set<String> regions(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "region", names, KnownNames.REGIONS, GAZETTEER::regionNamed, Region::code);
    }

    /** Originality by its name in the API or in Chinese, {@code 全国首创}. */
    public Set<Originality> originality(String property, @Nullable Collection<@Nullable String> names) {
        return values(
                property, "originality", names, KnownNames.ORIGINALITY, _ -> Optional.empty(), Function.identity());
    }

    /** Scopes of a promotion by their name in the API or in Chinese, {@code 自贸试验区}. */
    public Set<PromotionScope> scopes(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "scope", names, KnownNames.SCOPES, _ -> Optional.empty(), Function.identity());
    }

    /** Strengths of a promotion by their name in the API or in Chinese, {@code 复制推广}. */
    public Set<PromotionStrength> strengths(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "strength", names, KnownNames.STRENGTHS, _ -> Optional.empty(), Function.identity());
    }

    /** Genres of documents by their name in the API or in Chinese, {@code 推广清单}. */
    public Set<Genre> genres(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "genre", names, KnownNames.GENRES, _ -> Optional.empty(), Function.identity());
    }

    /** Levels of regions by their name in the API or in Chinese, {@code 地级}. */
    public Set<Level> levels(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "level", names, KnownNames.LEVELS, _ -> Optional.empty(), Function.identity());
    }

    /** Places in the ledger by their name in the API or in Chinese, {@code 推进中}. */
    public Set<Status> statuses(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "status", names, KnownNames.STATUSES, _ -> Optional.empty(), Function.identity());
    }

    /** How obligations are closed, by the name in the API or in Chinese, {@code 已采纳}. */
    public Set<Outcome> outcomes(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "outcome", names, KnownNames.OUTCOMES, _ -> Optional.empty(), Function.identity());
    }

    /** The code of the region, zone or area of that code or name; null where there is none. */
    public @Nullable String concerns(String property, @Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> readable = readable(property, List.of(name));
        if (readable.isEmpty()) {
            return null;
        }
        String typed = SimplifiedForm.of(Normalizer.normalize(name.strip(), Normalizer.Form.NFKC));
        return GAZETTEER
                .place(typed)
                .or(() -> GAZETTEER.zoneNamed(typed))
                .or(() -> GAZETTEER.areaNamed(typed))
                .map(Place::code)
                .orElseGet(
                        () -> regions(property, readable).stream().findFirst().orElse(null));
    }

    /** Units as documents name them: there is no closed list of them, so any readable name is one. */
    public Set<String> units(String property, @Nullable Collection<@Nullable String> names) {
        return asPrinted(property, names);
    }

    /** Document numbers as documents print them, or titles of those without one; any readable one will do. */
    public Set<String> instruments(String property, @Nullable Collection<@Nullable String> names) {
        return asPrinted(property, names);
    }

    /** Kinds that can never hold beside what else is asked are a mistake, not an empty answer. */
    public void checkKinds(String property, Criteria criteria) {
        Particulars particulars = criteria.particulars();
        for (EventKind kind : criteria.kinds()) {
            if (particulars.askOfTheLedger() && !kind.isOfTheLedger()) {
                problems.add("%s (in %s) has no level, status or outcome: only obligations have."
                        .formatted(kind.wireName(), property));
            } else if (particulars.concerns() != null && !kind.concernsRegions()) {
                problems.add(
                        "%s (in %s) says of no region that it concerns it; case.published, evidence.adoption-found and"
                                        .formatted(kind.wireName(), property)
                                + " those of obligations do.");
            }
        }
    }

    private Set<String> asPrinted(String property, @Nullable Collection<@Nullable String> names) {
        Set<String> units = new LinkedHashSet<>();
        for (String name : readable(property, names)) {
            units.add(name.strip());
        }
        return units;
    }

    /** A query as somebody types it; null where there is none. */
    public @Nullable String query(String property, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            problems.add(property + " is blank: leave it out, or name what you ask for.");
            return null;
        }
        TypedQuery typed = TypedQuery.parse(text);
        if (text.length() > MAX_QUERY || typed.size() > MAX_TERMS) {
            problems.add("%s has at most %d characters and %d terms.".formatted(property, MAX_QUERY, MAX_TERMS));
        } else if (AskedQuery.of(typed).isEmpty()) {
            problems.add(
                    property + " has letters, digits or Chinese characters; punctuation alone is looked for nowhere.");
        }
        for (TypedQuery.Part part : typed.wanted()) {
            String line = SearchText.of(part.text()).line();
            if (line.codePointCount(0, line.length()) == 1) {
                problems.add("The term '%s' of %s has one character; each has at least two."
                        .formatted(part.text(), property));
            }
        }
        return text;
    }

    private <T, V> Set<V> values(
            String property,
            String what,
            @Nullable Collection<@Nullable String> names,
            NameTable<T> table,
            Function<String, Optional<T>> alias,
            Function<T, V> value) {
        Set<V> values = new LinkedHashSet<>();
        for (String name : readable(property, names)) {
            switch (table.find(name)) {
                case Found<T> found -> values.add(value.apply(found.value()));
                case Ambiguous<T> ambiguous ->
                    problems.add("'%s' in %s can mean %s: say which."
                            .formatted(name, property, String.join(" or ", ambiguous.names())));
                case Unknown<T> unknown ->
                    alias.apply(SimplifiedForm.of(Normalizer.normalize(name, Normalizer.Form.NFKC)))
                            .ifPresentOrElse(
                                    known -> values.add(value.apply(known)),
                                    () -> problems.add(unknown(property, what, name, unknown.nearest())));
            }
        }
        return values;
    }

    private static String unknown(String property, String what, String name, List<String> nearest) {
        return "There is no %s '%s' (in %s)%s."
                .formatted(
                        what,
                        name,
                        property,
                        nearest.isEmpty() ? "" : "; the nearest are " + String.join(", ", nearest));
    }

    private List<String> readable(String property, @Nullable Collection<@Nullable String> names) {
        if (names == null) {
            return List.of();
        }
        if (names.isEmpty()) {
            problems.add("%s is empty: leave it out, or name what you ask for.".formatted(property));
            return List.of();
        }
        if (names.size() > MAX_VALUES) {
            problems.add("%s has %d values; at most %d are allowed.".formatted(property, names.size(), MAX_VALUES));
            return List.of();
        }
        List<String> readable = new ArrayList<>();
        for (String name : names) {
            if (name == null) {
                problems.add("%s holds null.".formatted(property));
            } else if (name.length() > MAX_NAME) {
                problems.add("'%s…' in %s has %d characters; at most %d are allowed."
                        .formatted(name.substring(0, 20), property, name.length(), MAX_NAME));
            } else if (ComparableKey.of(name).isEmpty()) {
                problems.add("'%s' in %s holds nothing readable.".formatted(name, property));
            } else {
                readable.add(name);
            }
        }
        return readable;
    }
}
