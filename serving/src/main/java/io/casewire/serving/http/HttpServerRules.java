package io.casewire.serving.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Gives Tomcat the limits of {@link HttpSettings} and the {@link RefusalValve}. */
final class HttpServerRules implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final HttpSettings settings;
    private final JsonMapper json;

    HttpServerRules(HttpSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(DeadlineProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof DeadlineProtocol protocol) {
                protocol.setDeadlines(settings.headerTimeout(), settings.crowdedTimeout());
            }
        });
        AddressRule addresses = new AddressRule(settings.maxAddress());
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusalValve(addresses, json)));
    }

    /** After Boot, whose own valve for errors then finds them reported. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
