package io.casewire.contracts.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ChapterId;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event must keep to beyond its JSON: the one place for all services, asked of every event that is read and of every one that is
 * published, so that nobody publishes what others reject. Limits are far above what documents hold; they may be raised, and lowered only with a
 * new version of the event.
 */
public final class EventRules {
    /** Revisions count changes of one thing. */
    public static final long MAX_REVISION = 1_000_000_000;

    /** Characters of a title, printed or not. */
    public static final int MAX_TITLE = 2_000;

    /** Characters of a name, a code, an address, or anything else that is no running text. */
    public static final int MAX_NAME = 1_000;

    /** Characters of a running text, such as the whole practice of a case. */
    public static final int MAX_TEXT = 1_000_000;

    /** Characters of {@code ce_source} and {@code ce_correlationid}. */
    public static final int MAX_ATTRIBUTE = 200;

    /** Values of a list, such as the metrics of a case. */
    public static final int MAX_LIST = 10_000;

    /** Digits of a number, before and after the point together. */
    public static final int MAX_DIGITS = 60;

    /** From here on things happen: {@code ce_time}, {@code ce_recordedtime} and moments inside events. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Before this they do. */
    public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

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
    private static final Map<Class<?>, Consumer<String>> IDS = Map.of(
            CaseEvent.class, CaseId::new,
            TaskEvent.class, TaskId::new,
            DocumentEvent.class, DocumentId::new,
            EvidenceEvent.class, EvidenceId::new,
            ChapterEvent.class, ChapterId::new,
            LinkEvent.class, LinkId::new,
            ObligationEvent.class, ObligationId::new,
            PlanEvent.class, TaskId::new,
            SettlementEvent.class, EvidenceId::new,
            DeliveryEvent.class, DeliveryId::new);

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private EventRules() {}

    /** What is wrong with that event on that topic, a sentence; empty when it is valid. */
    public static Optional<String> violation(Topic<?> topic, Event event) {
        if (!topic.valueType().isInstance(event)) {
            return Optional.of("'%s' does not belong on %s".formatted(WireNames.of(event), topic.name()));
        }
        if (event instanceof CaseEvent of
                && !Topics.cases(of.content().firstDomain()).name().equals(topic.name())) {
            return Optional.of("A case of the domain '%s' does not belong on %s"
                    .formatted(of.content().firstDomain().slug(), topic.name()));
        }
        if (event.revision() < 1 || event.revision() > MAX_REVISION) {
            return Optional.of("revision is %d; it is 1 to %d".formatted(event.revision(), MAX_REVISION));
        }
        return Optional.ofNullable(ofRecord(event)).map(wrong -> wrong.path() + ' ' + wrong.what());
    }

    /** What is wrong with that event in its envelope; empty when it is valid. */
    public static Optional<String> violation(Topic<?> topic, Envelope<?> envelope) {
        String wrong = ofEnvelope(envelope);
        return wrong == null ? violation(topic, envelope.event()) : Optional.of(wrong);
    }

    /** What is wrong with that key of a record without value; empty when it is the id of something that lives on the topic. */
    public static Optional<String> violationOfKey(Topic<?> topic, @Nullable String key) {
        if (key == null) {
            return Optional.of("The key is missing");
        }
        try {
            Consumer<String> id = IDS.get(topic.valueType());
            if (id != null) {
                id.accept(key);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String ofEnvelope(Envelope<?> envelope) {
        if (!envelope.id().equals(envelope.event().eventId())) {
            return "ce_id is '%s'; it is '%s'"
                    .formatted(shortened(envelope.id()), envelope.event().eventId());
        }
        if (envelope.source().toString().length() > MAX_ATTRIBUTE) {
            return told("ce_source", tooLong(envelope.source().toString(), MAX_ATTRIBUTE));
        }
        String correlation = envelope.correlationId();
        if (correlation.isBlank()) {
            return "ce_correlationid is blank";
        }
        if (correlation.length() > MAX_ATTRIBUTE) {
            return told("ce_correlationid", tooLong(correlation, MAX_ATTRIBUTE));
        }
        String wrong = told("ce_time", ofMoment(envelope.time()));
        return wrong == null ? told("ce_recordedtime", ofMoment(envelope.recordedTime())) : wrong;
    }

    private static @Nullable String told(String path, @Nullable String wrong) {
        return wrong == null ? null : path + ' ' + wrong;
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
                number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS
                        ? Wrong.here("has more than %d digits".formatted(MAX_DIGITS))
                        : null;
            case Double share -> share >= 0 && share <= 1 ? null : Wrong.here("is %s; it is 0 to 1".formatted(share));
            case Long revision ->
                revision < 1 || revision > MAX_REVISION
                        ? Wrong.here("is %d; it is 1 to %d".formatted(revision, MAX_REVISION))
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
        if (list.size() > MAX_LIST) {
            return Wrong.here("has %d values; at most %d are allowed".formatted(list.size(), MAX_LIST));
        }
        for (int i = 0; i < list.size(); i++) {
            Wrong wrong = ofValue(part, list.get(i));
            if (wrong != null) {
                return wrong.in("[" + i + ']');
            }
        }
        return null;
    }

    private static @Nullable String ofMoment(Instant moment) {
        return moment.isBefore(EARLIEST) || !moment.isBefore(END)
                ? "is %s; it is from %s and before %s".formatted(moment, EARLIEST, END)
                : null;
    }

    private static String tooLong(String text, int most) {
        return "has %d characters; at most %d are allowed".formatted(text.length(), most);
    }

    private static String shortened(String text) {
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
                    TITLES.contains(name) ? MAX_TITLE : TEXTS.contains(name) ? MAX_TEXT : MAX_NAME,
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
