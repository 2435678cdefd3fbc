package io.casewire.ingest.document;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may send documents, and remove them. */
@Configuration(proxyBeanMethods = false)
class DocumentAccess {
    @Bean
    AccessRules documentRules() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, DocumentsController.PATH, DocumentsController.PATH + "/*/retry")
                .hasAnyRole(Role.PUBLISHER.name(), Role.OPERATOR.name())
                .requestMatchers(HttpMethod.DELETE, DocumentsController.PATH + "/*")
                .hasRole(Role.OPERATOR.name());
    }
}
