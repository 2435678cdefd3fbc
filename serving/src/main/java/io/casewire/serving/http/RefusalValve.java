package io.casewire.serving.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the refusals nobody else has worded: those of the connector, which come before any filter or handler, and those of
 * {@code sendError} and of exceptions nobody handled. It also holds every request to the {@link AddressRule}, so that filters,
 * firewall and handlers see none that breaks it.
 */
final class RefusalValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalValve.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String REFUSAL = RefusalValve.class.getName();

    /** What the connector says of a head that does not fit its buffer; it has no exception of its own for that. */
    private static final String HEAD_TOO_LARGE =
            StringManager.getManager(Http11NioProtocol.class).getString("iib.requestheadertoolarge.error");

    private static final Refusal HEADERS_TOO_LARGE = new Refusal(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large", "The headers are too many or too large.");

    private static final Refusal MALFORMED_BODY = new Refusal(
            HttpStatus.BAD_REQUEST,
            "malformed-body",
            "The body is not what its headers announce: it ends too soon, or its chunks are none.");

    private final AddressRule addresses;
    private final JsonMapper json;

    RefusalValve(AddressRule addresses, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<Refusal> refusal = response.isError() ? Optional.empty() : refusal(request);
        if (refusal.isEmpty()) {
            super.invoke(request, response);
            return;
        }
        request.setAttribute(REFUSAL, refusal.get());
        response.sendError(refusal.get().status().value());
        response.setSuspended(false);
        report(request, response, null);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !mayWrite(response)) {
            return;
        }
        Refusal refusal =
                request.getAttribute(REFUSAL) instanceof Refusal ours ? ours : worded(request, response, thrown);
        LOG.debug("Refused with {}: {}", refusal.status().value(), refusal.detail());
        response.setStatus(refusal.status().value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(json.writeValueAsBytes(refusal.problem()));
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            LOG.debug("A refusal was not taken: {}", clientGone.getMessage());
        }
    }

    private Optional<Refusal> refusal(Request request) {
        if (!METHODS.contains(request.getMethod())) {
            return Optional.of(Refusal.of(HttpStatus.NOT_IMPLEMENTED));
        }
        return addresses.refusal(request.getRequestURI(), request.getQueryString());
    }

    private Refusal worded(Request request, Response response, @Nullable Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null) {
            return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return status == HttpStatus.BAD_REQUEST ? malformed(request, thrown) : Refusal.of(status);
    }

    /** The connector says 400 to everything; how far it had read says what it was about. */
    private Refusal malformed(Request request, @Nullable Throwable thrown) {
        boolean tooLarge = thrown != null && HEAD_TOO_LARGE.equals(thrown.getMessage());
        String address = request.getRequestURI();
        if (address == null) {
            if (tooLarge) {
                return addresses.tooLong();
            }
            return request.getMethod() == null ? Refusal.of(HttpStatus.BAD_REQUEST) : AddressRule.UNESCAPED;
        }
        // the connector counts header lines, and has an exception of another kind for too many
        if (tooLarge || thrown instanceof IllegalStateException) {
            return HEADERS_TOO_LARGE;
        }
        // reading a body fails with an I/O exception, reading a head with others
        Refusal other = thrown instanceof IOException ? MALFORMED_BODY : Refusal.of(HttpStatus.BAD_REQUEST);
        return addresses.refusal(address, request.getQueryString()).orElse(other);
    }

    private static boolean mayWrite(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
