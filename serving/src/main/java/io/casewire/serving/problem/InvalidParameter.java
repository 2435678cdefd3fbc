package io.casewire.serving.problem;

import java.io.Serial;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A parameter that cannot be taken as it is: 400, with its name in {@code parameter}. */
public final class InvalidParameter extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter its name in the URL
     * @param reason one sentence for the caller
     */
    public InvalidParameter(String parameter, String reason) {
        this(parameter, "invalid-parameter", reason);
    }

    /** A value that is none, which is repeated to who sent it. */
    public static InvalidParameter value(String parameter, String value, String expected) {
        return new InvalidParameter(
                parameter,
                "'" + Problems.shortened(value) + "' cannot be a value of " + parameter + ": " + expected + ".");
    }

    InvalidParameter(String parameter, String slug, String reason) {
        super(HttpStatus.BAD_REQUEST, Problems.problem(HttpStatus.BAD_REQUEST, slug, reason), null);
        this.parameter = parameter;
        getBody().setProperty("parameter", Problems.shortened(parameter));
    }

    /**
     * A value made typed; null stays null.
     *
     * @param reader an {@link IllegalArgumentException} of it means that the value is none
     */
    public static <T> @Nullable T read(String parameter, @Nullable String value, Function<String, T> reader) {
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter(
                    parameter, "'" + Problems.shortened(value) + "' cannot be a value of " + parameter + ".");
        }
    }

    /** Given more than once where one is taken: neither the first nor the last is surely the one meant. */
    public static InvalidParameter repeated(String parameter) {
        return new InvalidParameter(parameter, "repeated-parameter", "'" + parameter + "' is given once.");
    }

    /** The parameter's name in the URL. */
    public String parameter() {
        return parameter;
    }
}
