package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What the lines asked for are about; a null component asks for all.
 *
 * @param domain one of the case's
 * @param strength how binding the promotion is
 * @param instrument its number or, where it has none, its title, in any spelling that is the same text
 * @param title part of the case's title, in any spelling that is the same text
 * @param without what their document leaves unsaid
 */
public record SubjectFilter(
        @Nullable Domain domain,
        @Nullable PromotionStrength strength,
        @Nullable String instrument,
        @Nullable String title,
        Set<Unsaid> without) {
    public static final SubjectFilter ANY = new SubjectFilter(null, null, null, null, Set.of());

    /** @throws IllegalArgumentException when number or title have neither letter nor digit: they name nothing */
    public SubjectFilter {
        if (isBare(instrument) || isBare(title)) {
            throw new IllegalArgumentException("A number or title has a letter or digit");
        }
        without = Set.copyOf(without);
    }

    List<Bson> conditions() {
        List<Bson> conditions = new ArrayList<>();
        if (domain != null) {
            conditions.add(Filters.eq(StoredEntry.DOMAINS, domain.slug()));
        }
        if (strength != null) {
            conditions.add(Filters.eq(StoredEntry.STRENGTH, strength.name()));
        }
        if (instrument != null) {
            conditions.add(Filters.eq(SortKeys.NAMED, ComparableKey.of(instrument)));
        }
        if (title != null) {
            conditions.add(Filters.regex(SortKeys.TITLE, Pattern.quote(ComparableKey.of(title))));
        }
        without.forEach(unsaid -> conditions.add(unsaid.condition()));
        return conditions;
    }

    private static boolean isBare(@Nullable String text) {
        return text != null && ComparableKey.of(text).isEmpty();
    }
}
