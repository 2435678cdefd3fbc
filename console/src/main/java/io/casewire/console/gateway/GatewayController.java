package io.casewire.console.gateway;

import io.casewire.console.session.CookieSession;
import io.casewire.serving.request.AnyParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything under {@code /api} that the console does not answer itself. */
@RestController
final class GatewayController {
    private final Forwarder forwarder;
    private final EventStreams streams;

    GatewayController(Forwarder forwarder, EventStreams streams) {
        this.forwarder = forwarder;
        this.streams = streams;
    }

    @RequestMapping({"/api", "/api/**"})
    @AnyParameters
    void pass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // a change that nobody asked for is refused before anything is read of it
        CookieSession.tokenOf(request);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        switch (Target.read(path, request.getQueryString())) {
            case Target.Reading.Routed routed -> {
                if (EventStreams.isAskedFor(request)) {
                    streams.pass(routed.target(), request, response);
                } else {
                    forwarder.forward(routed.target(), request, response);
                }
            }
            case Target.Reading.NoService _ -> throw NotForwarded.noService();
            case Target.Reading.Ambiguous _ -> throw NotForwarded.ambiguous();
        }
    }
}
