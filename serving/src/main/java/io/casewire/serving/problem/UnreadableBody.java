package io.casewire.serving.problem;

import io.casewire.text.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body in words that hold no class name: which property, which place. */
final class UnreadableBody {
    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException e -> Unknown.property(e.getPropertyName(), known(e));
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() -> {
                List<String> names = Arrays.stream(e.getTargetType().getEnumConstants())
                        .map(String::valueOf)
                        .toList();
                String given = String.valueOf(e.getValue());
                yield Unknown.valueProblem(path(e), given, Nearest.of(given, names), Unknown.listed(names));
            }
            case InvalidFormatException e
            when e.getValue() instanceof String text && holdsHalf(text) ->
                problem("invalid-body", place(e) + " was damaged on its way: it holds half of a character.");
            case MismatchedInputException e ->
                problem("invalid-body", place(e) + " has to be " + kind(e.getTargetType()) + ".");
            // a record's own words about its components
            case ValueInstantiationException e
            when e.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null ->
                problem("invalid-body", reason.getMessage());
            case StreamReadException e -> problem("malformed-json", malformed(e));
            case JacksonException e -> problem("invalid-body", place(e) + " is not of its form.");
            case null, default -> problem("malformed-json", "The request has no body that can be read as JSON.");
        };
    }

    private static boolean holdsHalf(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    // the parser's own words are for who wrote the program
    private static String malformed(StreamReadException e) {
        JsonParser parser = e.processor();
        TokenStreamContext context = parser == null ? null : parser.streamReadContext();
        String name = context == null ? null : context.currentName();
        return "The body is no JSON that can be taken: it %s at line %d, column %d%s."
                .formatted(
                        e instanceof UnexpectedEndOfInputException ? "ends too early" : "goes wrong",
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr(),
                        name == null ? "" : ", at '" + Problems.shortened(name) + "'");
    }

    private static ProblemDetail problem(String slug, String detail) {
        return Problems.problem(HttpStatus.BAD_REQUEST, slug, detail);
    }

    private static List<String> known(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null ? List.of() : known.stream().map(String::valueOf).toList();
    }

    private static String place(JacksonException e) {
        String path = path(e);
        return path.isEmpty() ? "The body" : "'" + path + "'";
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
            return "a text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of another type";
    }
}
