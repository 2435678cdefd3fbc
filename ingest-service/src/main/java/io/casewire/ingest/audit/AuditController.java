package io.casewire.ingest.audit;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.AuditTrail.Position;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions, newest first, for who runs the system and who audits it. */
@RestController
class AuditController {
    private static final String ALL = "/api/ingest/v1/audit";
    private static final String OF_DOCUMENT = "/api/ingest/v1/documents/{id}/audit";
    private static final String OF_RECORD = "/api/ingest/v1/records/{id}/audit";
    private static final int MAX_PAGE = 200;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /** What people did, newest first. */
    @GetMapping(ALL)
    Page<AuditEntry> all(
            @RequestParam(defaultValue = "50") int size, @RequestParam(required = false) @Nullable String cursor) {
        return page(null, size, cursor);
    }

    /** About a file, or about a document: its files and its records. Also of one that was removed. */
    @GetMapping({OF_DOCUMENT, OF_RECORD})
    Page<AuditEntry> about(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(id, size, cursor);
    }

    private Page<AuditEntry> page(@Nullable String about, int size, @Nullable String cursor) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                trail.page(about, Cursor.read(cursor, AuditController::position), asked + 1),
                asked,
                entry -> entry,
                entry -> entry.at().toEpochMilli() + ":" + entry.id());
    }

    private static Position position(String key) {
        int end = key.indexOf(':');
        if (end < 0) {
            throw new IllegalArgumentException("no place");
        }
        return new Position(Instant.ofEpochMilli(Long.parseLong(key.substring(0, end))), key.substring(end + 1));
    }

    /** Names of people are in it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules auditRules() {
            return requests -> requests.requestMatchers(
                            HttpMethod.GET, ALL, OF_DOCUMENT.replace("{id}", "*"), OF_RECORD.replace("{id}", "*"))
                    .hasAnyRole(Role.OPERATOR.name(), Role.AUDITOR.name());
        }
    }
}
