package io.casewire.contracts.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values inside an event must keep to, by the names of their components; the part of {@link EventRules} that walks through records. */
final class ValueRules {
    /** Years that dates in documents lie in. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;

    private static final Set<String> TITLES =
            Set.of("title", "printedTitle", "caseTitle", "resultName", "heading", "path");
    private static final Set<String> TEXTS = Set.of(
            "text",
            "quote",
            "summary",
            "background",
            "reason",
            "reasons",
            "explanation",
            "remark",
            "failure",
            "target",
            "scopeText");
    private static final Map<String, Form> FORMS = Map.of(
            "issuedOn", Form.PARTIAL_DATE,
            "since", Form.PARTIAL_DATE,
            "asOf", Form.PARTIAL_DATE,
            "date", Form.PARTIAL_DATE,
            "dateEnd", Form.PARTIAL_DATE,
            "regionCode", Form.REGION,
            "provinceCode", Form.REGION,
            "sha256", Form.SHA_256,
            "from", Form.LINKED,
            "to", Form.LINKED);
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private ValueRules() {}

    /**
     * What is wrong with the first value that breaks a rule, a sentence that begins with its path; null where none does.
     *
     * @param event a record
     */
    static @Nullable String violation(Object event) {
        Wrong wrong = ofRecord(event);
        return wrong == null ? null : wrong.path() + ' ' + wrong.what();
    }

    private static @Nullable Wrong ofRecord(Object value) {
        for (Part part : PARTS.get(value.getClass())) {
            Wrong wrong = ofValue(part, part.of(value));
            if (wrong != null) {
                return wrong.in(part.shown());
            }
        }
        return null;
    }

    private static @Nullable Wrong ofValue(Part part, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> Wrong.here(ofText(part, text));
            case List<?> list -> ofList(part, list);
            case Instant moment -> Wrong.here(ofMoment(moment));
            case LocalDate date ->
                date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR
                        ? Wrong.here("is %s; years are %d to %d".formatted(date, FIRST_YEAR, LAST_YEAR))
                        : null;
            case BigDecimal number ->
                number.precision() > EventRules.MAX_DIGITS || Math.abs((long) number.scale()) > EventRules.MAX_DIGITS
                        ? Wrong.here("has more than %d digits".formatted(EventRules.MAX_DIGITS))
                        : null;
            case Double share -> share >= 0 && share <= 1 ? null : Wrong.here("is %s; it is 0 to 1".formatted(share));
            case Long revision ->
                revision < 1 || revision > EventRules.MAX_REVISION
                        ? Wrong.here("is %d; it is 1 to %d".formatted(revision, EventRules.MAX_REVISION))
                        : null;
            case Integer count -> count < 0 ? Wrong.here("is %d; it is not negative".formatted(count)) : null;
            case Record inner -> ofRecord(inner);
            default -> null;
        };
    }

    private static @Nullable String ofText(Part part, String text) {
        if (text.length() > part.most()) {
            return tooLong(text, part.most());
        }
        Form form = part.form();
        return form == null || form.pattern.matcher(text).matches()
                ? null
                : "is '%s'; it is %s".formatted(shortened(text), form.words);
    }

    private static @Nullable Wrong ofList(Part part, List<?> list) {
        if (list.size() > EventRules.MAX_LIST) {
            return Wrong.here("has %d values; at most %d are allowed".formatted(list.size(), EventRules.MAX_LIST));
        }
        for (int i = 0; i < list.size(); i++) {
            Wrong wrong = ofValue(part, list.get(i));
            if (wrong != null) {
                return wrong.in("[" + i + ']');
            }
        }
        return null;
    }

    static @Nullable String ofMoment(Instant moment) {
        return moment.isBefore(EventRules.EARLIEST) || !moment.isBefore(EventRules.END)
                ? "is %s; it is from %s and before %s".formatted(moment, EventRules.EARLIEST, EventRules.END)
                : null;
    }

    static String tooLong(String text, int most) {
        return "has %d characters; at most %d are allowed".formatted(text.length(), most);
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Texts of a fixed form. */
    private enum Form {
        PARTIAL_DATE("[12]\\d{3}(-\\d{2}){0,2}", "a day, month or year, 2023-11-14, 2023-11 or 2023"),
        REGION("\\d{6}", "six digits"),
        SHA_256("[0-9a-f]{64}", "64 hexadecimal digits"),
        LINKED("(case|evi)-[0-9a-v]{26}", "the id of a case or of evidence");

        private final Pattern pattern;
        private final String words;

        Form(String pattern, String words) {
            this.pattern = Pattern.compile(pattern);
            this.words = words;
        }
    }

    /**
     * What is wrong, and where in what has been left so far; the path grows on the way out, as events are right but for a few.
     *
     * @param path {@code metrics[0].before.value}; empty for the value itself
     */
    private record Wrong(String path, String what) {
        static @Nullable Wrong here(@Nullable String what) {
            return what == null ? null : new Wrong("", what);
        }

        Wrong in(String outer) {
            return new Wrong(path.isEmpty() || path.startsWith("[") ? outer + path : outer + '.' + path, what);
        }
    }

    /**
     * A component of a record.
     *
     * @param shown its name in JSON
     * @param most characters where it is a text
     * @param form of the text where there is only one
     */
    private record Part(String shown, int most, @Nullable Form form, Method accessor) {
        static Part of(RecordComponent component) {
            String name = component.getName();
            Method accessor = component.getAccessor();
            JsonProperty property = accessor.getAnnotation(JsonProperty.class);
            return new Part(
                    property == null ? name : property.value(),
                    TITLES.contains(name)
                            ? EventRules.MAX_TITLE
                            : TEXTS.contains(name) ? EventRules.MAX_TEXT : EventRules.MAX_NAME,
                    FORMS.get(name),
                    accessor);
        }

        @Nullable
        Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The accessors of events are public and throw nothing", e);
            }
        }
    }
}
