package io.casewire.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything under {@code /api} that the console does not answer itself. */
@RestController
final class GatewayController {
    private final Forwarder forwarder;

    GatewayController(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @RequestMapping({"/api", "/api/**"})
    void pass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Target.read(request.getRequestURI(), request.getQueryString())) {
            case Target.Reading.Routed routed -> forwarder.forward(routed.target(), request, response);
            case Target.Reading.NoService _ -> throw NotForwarded.noService();
            case Target.Reading.Ambiguous _ -> throw NotForwarded.ambiguous();
        }
    }
}
