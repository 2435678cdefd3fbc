package io.casewire.replication.http;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Problem documents (RFC 9457) of this service; types are {@code urn:casewire:problem:<slug>}. */
public final class Problems {
    private static final String TYPE = "urn:casewire:problem:";
    private static final int LONGEST_ECHO = 80;

    private Problems() {}

    /** A problem of that kind. */
    public static ProblemDetail problem(HttpStatusCode status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + slug));
        return problem;
    }

    /** 404 for a thing that is not known here. */
    public static ErrorResponseException notFound(String kind, String id) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                problem(HttpStatus.NOT_FOUND, "not-found", "There is no " + kind + " '" + shortened(id) + "'."),
                null);
    }

    /** 400 with a sentence that says what is wrong. */
    public static ErrorResponseException badRequest(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, problem(HttpStatus.BAD_REQUEST, "bad-request", detail), null);
    }

    /**
     * A parameter made typed; null stays null.
     *
     * @param reader an {@link IllegalArgumentException} of it becomes a 400
     */
    public static <T> @Nullable T parameter(String name, @Nullable String value, Function<String, T> reader) {
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw badRequest("'" + shortened(value) + "' is no " + name + ".");
        }
    }

    /** The enum constant of that name in any case; for {@link #parameter}. */
    public static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    static String slug(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static URI type(String slug) {
        return URI.create(TYPE + slug);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
    }
}
