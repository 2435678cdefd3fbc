package io.casewire.serving.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes problem documents (RFC 9457); their types are {@code urn:casewire:problem:<slug>}. */
public final class Problems {
    private static final String TYPE = "urn:casewire:problem:";
    private static final int MAX_ECHO = 80;

    private Problems() {}

    /**
     * A problem of that kind.
     *
     * @param detail a sentence for the caller: what is wrong and what would be right
     */
    public static ProblemDetail problem(HttpStatusCode status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + slug));
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known != null) {
            problem.setTitle(known.getReasonPhrase());
        }
        return problem;
    }

    /** The same, to be thrown. */
    public static ErrorResponseException refused(HttpStatusCode status, String slug, String detail) {
        return new ErrorResponseException(status, problem(status, slug, detail), null);
    }

    /** 404 for a thing that is not known here. */
    public static ErrorResponseException notFound(String kind, String id) {
        return refused(HttpStatus.NOT_FOUND, "not-found", "There is no " + kind + " '" + shortened(id) + "'.");
    }

    /** 400 with a sentence that says what is wrong. */
    public static ErrorResponseException badRequest(String detail) {
        return refused(HttpStatus.BAD_REQUEST, "bad-request", detail);
    }

    /** The slug of a problem of which nothing but the status is known. */
    public static String slug(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case null -> "http-" + status.value();
            // as the token check says it
            case UNAUTHORIZED -> "unauthenticated";
            case HttpStatus known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** What somebody sent, short enough to be repeated to him. */
    public static String shortened(String text) {
        String shown = text.length() > MAX_ECHO ? text.substring(0, MAX_ECHO) + "…" : text;
        StringBuilder whole = new StringBuilder(shown.length());
        // an answer in UTF-8 cannot hold half of a character
        shown.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** Gives a problem that has no type one by its status. */
    static void type(ProblemDetail problem, HttpStatusCode status) {
        if (problem.getType() == null || problem.getType().toString().equals("about:blank")) {
            problem.setType(URI.create(TYPE + slug(status)));
        }
    }
}
