package io.casewire.parsing.head;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.table.SiteField;
import io.casewire.parsing.table.SiteField.Labelled;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labelled fields government sites print above a document; of each the first that says something. */
final class SiteLabels {
    private final Map<SiteField, String> values = new EnumMap<>(SiteField.class);

    static SiteLabels of(List<Omission> omissions) {
        SiteLabels labels = new SiteLabels();
        for (Omission omission : omissions) {
            if (omission.reason() == Reason.METADATA) {
                SiteField.in(omission.text()).forEach(labels::take);
            }
        }
        return labels;
    }

    private void take(Labelled labelled) {
        String value = read(labelled.field(), labelled.value());
        if (value != null) {
            values.putIfAbsent(labelled.field(), value);
        }
    }

    /** What is to be kept of a value; null where it says nothing. */
    private static @Nullable String read(SiteField field, String value) {
        return switch (field) {
            // a site may cut long titles
            case TITLE, NAME -> value.isEmpty() || value.endsWith("…") || value.endsWith("...") ? null : value;
            case ISSUER, PUBLISHER, FILED -> value.isEmpty() ? null : value;
            case NUMBER -> DocumentNumbers.find(value);
            case DATED, PUBLISHED -> Dates.read(value);
        };
    }

    /** What the field says: a title or name as printed, a number in its usual form, a date in ISO form; null where it says nothing. */
    @Nullable
    String value(SiteField field) {
        return values.get(field);
    }
}
