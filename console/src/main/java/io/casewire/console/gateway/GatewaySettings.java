package io.casewire.console.gateway;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the gateway.
 *
 * @param connectTimeout until a service has taken the connection
 * @param answerTimeout until the head of an answer to a request without a body
 * @param uploadTimeout until the head of an answer to a request with a body, the sending included
 * @param idleTimeout how long an answer may say nothing before it is given up; longer than the heartbeat of event
 *     streams
 * @param streamPatience how long a request for an event stream waits for a service that is away
 * @param streamRetry how long whoever reads events is told to wait before the next try
 * @param maxUpload the largest request body passed on to ingest; what it takes and a little more
 * @param maxTable the largest table passed on to replication as a ledger; what it takes and a little more
 * @param maxAttachment the largest file passed on to replication for an obligation; what it takes and a little more
 * @param maxBody the largest other request body passed on
 * @param minRate bytes a second a request body has to come with, after its first ten seconds
 */
@Validated
@ConfigurationProperties(prefix = "casewire.gateway", ignoreUnknownFields = false)
record GatewaySettings(
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("60s") Duration answerTimeout,
        @NotNull @DefaultValue("15m") Duration uploadTimeout,
        @NotNull @DefaultValue("90s") Duration idleTimeout,
        @NotNull @DefaultValue("10s") Duration streamPatience,
        @NotNull @DefaultValue("3s") Duration streamRetry,
        @NotNull @DefaultValue("66MB") DataSize maxUpload,
        @NotNull @DefaultValue("33MB") DataSize maxTable,
        @NotNull @DefaultValue("21MB") DataSize maxAttachment,
        @NotNull @DefaultValue("1MB") DataSize maxBody,
        @NotNull @DefaultValue("240B") DataSize minRate) {
    private static final String TABLES = "/api/replication/v1/ledger/import";
    private static final Pattern ATTACHMENTS =
            Pattern.compile("/api/replication/v1/obligations/[^/?]+/attachments(\\?.*)?");

    DataSize maxBodyOf(Target target) {
        return switch (target.service()) {
            case INGEST -> maxUpload;
            case REPLICATION -> ofReplication(target.pathAndQuery());
            case CATALOG, NOTIFY -> maxBody;
        };
    }

    private DataSize ofReplication(String pathAndQuery) {
        if (pathAndQuery.startsWith(TABLES)) {
            return maxTable;
        }
        return ATTACHMENTS.matcher(pathAndQuery).matches() ? maxAttachment : maxBody;
    }
}
