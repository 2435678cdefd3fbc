package io.casewire.serving.problem;

import io.casewire.text.Nearest;
import java.util.Arrays;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Spring's refusals and ours as problem documents with a type, whatever the client would rather have. To an {@code Accept}
 * header it cannot read Spring refuses with an empty answer; here it counts as none.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler implements WebMvcConfigurer {
    private final ContentNegotiationStrategy accepted = new HeaderContentNegotiationStrategy();

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(this::accepted));
    }

    private List<MediaType> accepted(NativeWebRequest request) {
        try {
            return accepted.resolveMediaTypes(request);
        } catch (HttpMediaTypeNotAcceptableException unreadable) {
            return ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(unreadable, UnreadableBody.problem(unreadable), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return mismatch instanceof MethodArgumentTypeMismatchException argument
                ? handleExceptionInternal(mismatch, mismatch(argument), headers, status, request)
                : super.handleTypeMismatch(mismatch, headers, status, request);
    }

    /** A form of parts without a boundary, or cut off. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadableForm(MultipartException unreadable, WebRequest request) {
        return badForm(unreadable, "Its parts do not follow multipart/form-data.", request);
    }

    /** A form that is not encoded as it says; its query has been looked at before. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadableForm(InvalidParameterException unreadable, WebRequest request) {
        return badForm(unreadable, "It does not follow application/x-www-form-urlencoded.", request);
    }

    private @Nullable ResponseEntity<Object> badForm(Exception unreadable, String detail, WebRequest request) {
        ProblemDetail problem = Problems.problem(HttpStatus.BAD_REQUEST, "form-malformed", detail);
        return handleExceptionInternal(unreadable, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    private static ProblemDetail mismatch(MethodArgumentTypeMismatchException argument) {
        String given = String.valueOf(argument.getValue());
        Class<?> type = argument.getRequiredType();
        List<String> valid = type == null ? List.of() : values(type);
        ProblemDetail problem = valid.isEmpty()
                ? Problems.problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-parameter",
                        "'" + Problems.shortened(given) + "' cannot be a value of " + argument.getName() + ".")
                : Unknown.valueProblem(argument.getName(), given, Nearest.of(given, valid), Unknown.listed(valid));
        problem.setProperty("parameter", argument.getName());
        return problem;
    }

    private static List<String> values(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return List.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders ours = new HttpHeaders(headers);
        if (body instanceof ProblemDetail problem) {
            Problems.type(problem, status);
            ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        return super.createResponseEntity(body, ours, status, request);
    }
}
