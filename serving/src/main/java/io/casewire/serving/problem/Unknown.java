package io.casewire.serving.problem;

import io.casewire.text.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What a request says that is not known: 400, naming it, and in {@code nearest} the valid names somebody may have meant. Never
 * taken for another or for none.
 */
public final class Unknown {
    private static final int MAX_LISTED = 40;

    private Unknown() {}

    /** A parameter the address does not take. */
    public static InvalidParameter parameter(String name, Collection<String> known) {
        List<String> nearest = Nearest.of(name, known);
        InvalidParameter refused = new InvalidParameter(
                name,
                "unknown-parameter",
                "There is no parameter '" + Problems.shortened(name) + "'." + meant(nearest)
                        + (known.isEmpty() ? " This address takes none." : listed(known)));
        refused.getBody().setProperty("nearest", nearest);
        return refused;
    }

    /**
     * A value that is none of a closed set.
     *
     * @param what the value is, such as {@code domain}
     * @param nearest the valid ones near to it, best first
     * @param valid a sentence on what is valid
     */
    public static ErrorResponseException value(String what, String given, List<String> nearest, String valid) {
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, valueProblem(what, given, nearest, valid), null);
    }

    /** The same of a parameter, where all valid ones can be listed, or any name is one (then none is given). */
    public static InvalidParameter parameterValue(String parameter, String given, Collection<String> valid) {
        ProblemDetail problem = valueProblem(parameter, given, Nearest.of(given, valid), listed(valid));
        InvalidParameter refused =
                new InvalidParameter(parameter, "unknown-value", Objects.requireNonNull(problem.getDetail()));
        Objects.requireNonNull(problem.getProperties()).forEach(refused.getBody()::setProperty);
        return refused;
    }

    /** The same where all valid ones can be listed. */
    public static ErrorResponseException value(String what, String given, Collection<String> valid) {
        return value(what, given, Nearest.of(given, valid), listed(valid));
    }

    /**
     * The constant of that name, in capitals or small letters; null for null.
     *
     * @throws ErrorResponseException (400) for any other name
     */
    public static <E extends Enum<E>> @Nullable E constant(String what, @Nullable String given, Class<E> type) {
        if (given == null) {
            return null;
        }
        return named(given, type)
                .orElseThrow(() -> value(
                        what,
                        given,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    /** The constant of that name, in capitals or small letters; empty for any other name. */
    public static <E extends Enum<?>> Optional<E> named(String given, Class<E> type) {
        String name = given.toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    static ProblemDetail property(String name, Collection<String> known) {
        List<String> nearest = Nearest.of(name, known);
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST,
                "unknown-property",
                "There is no property '" + Problems.shortened(name) + "'." + meant(nearest) + listed(known));
        problem.setProperty("property", Problems.shortened(name));
        problem.setProperty("nearest", nearest);
        return problem;
    }

    static ProblemDetail valueProblem(String what, String given, List<String> nearest, String valid) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST,
                "unknown-value",
                ("'" + Problems.shortened(given) + "' is no " + what + "." + meant(nearest) + " " + valid.strip())
                        .strip());
        problem.setProperty("value", Problems.shortened(given));
        problem.setProperty("nearest", nearest);
        return problem;
    }

    static String listed(Collection<String> known) {
        return known.isEmpty() || known.size() > MAX_LISTED ? "" : " There are " + String.join(", ", known) + ".";
    }

    private static String meant(List<String> nearest) {
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }
}
