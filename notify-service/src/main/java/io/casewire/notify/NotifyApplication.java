package io.casewire.notify;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.serving.start.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** The notify service: events come in from Kafka, messages go out to the agencies that asked. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class NotifyApplication {
    /** The service with its own configuration, {@code notify.yaml}. */
    public static SpringApplicationBuilder builder() {
        return ServiceApplication.of(NotifyApplication.class, "notify");
    }

    /** Runs the service alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /**
     * Subscriptions and deliveries are their owners' business: even reading them needs a token. A private feed is read by whoever
     * knows its address, as readers of feeds send no tokens, and who has the link from a mail needs no account.
     */
    @Bean
    AccessRules ownersOnly() {
        return requests -> requests.requestMatchers("/api/notify/v1/subscriptions/**", "/api/notify/v1/deliveries/**")
                .hasAnyRole(Role.AGENCY.name(), Role.REGION.name(), Role.COORDINATOR.name(), Role.OPERATOR.name())
                .requestMatchers("/api/notify/v1/mail/**", "/api/notify/v1/receipts/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/notify/v1/feeds/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/api/notify/v1/feeds/**")
                .permitAll();
    }
}
