package io.casewire.console.gateway;

import io.casewire.serving.problem.Problems;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/** The gateway answers by itself, with a problem document, because there is no answer of a service. */
final class NotForwarded extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RETRY_SECONDS = "5";

    private NotForwarded(HttpStatus status, String slug, String detail, @Nullable Throwable cause) {
        super(status, Problems.problem(status, slug, detail), cause);
    }

    static NotForwarded noService() {
        return new NotForwarded(HttpStatus.NOT_FOUND, "not-found", "No service answers at this address.", null);
    }

    static NotForwarded ambiguous() {
        return new NotForwarded(
                HttpStatus.BAD_REQUEST,
                "ambiguous-address",
                "The address has characters or parts it may not have.",
                null);
    }

    static NotForwarded tooLarge(DataSize limit) {
        return new NotForwarded(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "A request to this address may have at most " + limit.toMegabytes() + " MB.",
                null);
    }

    static NotForwarded tooSlow(DataSize rate) {
        return new NotForwarded(
                HttpStatus.REQUEST_TIMEOUT,
                "request-timeout",
                "The request came with less than " + rate.toBytes() + " bytes a second.",
                null);
    }

    static NotForwarded down(Service service, Throwable cause) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", service, "cannot be reached", cause);
    }

    static NotForwarded late(Service service, Throwable cause) {
        return of(HttpStatus.GATEWAY_TIMEOUT, "service-timeout", service, "did not answer in time", cause);
    }

    static NotForwarded broken(Service service, Throwable cause) {
        return of(HttpStatus.BAD_GATEWAY, "service-broken", service, "broke off before it answered", cause);
    }

    private static NotForwarded of(HttpStatus status, String slug, Service service, String what, Throwable cause) {
        NotForwarded refusal =
                new NotForwarded(status, slug, "The service " + service.slug() + ' ' + what + '.', cause);
        refusal.getBody().setProperty("service", service.slug());
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return refusal;
    }
}
