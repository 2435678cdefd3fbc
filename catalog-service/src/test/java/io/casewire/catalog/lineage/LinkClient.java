package io.casewire.catalog.lineage;

import io.casewire.catalog.CatalogClient;
import io.casewire.contracts.id.CaseId;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Asks a service for lineages and links, and decides. */
final class LinkClient {
    static final String LINKS = "/api/catalog/v1/links";

    private final CatalogClient client;
    private final TokenIssuer issuer;

    LinkClient(CatalogClient client, Environment environment) {
        this.client = client;
        this.issuer = TokenIssuer.in(Path.of(environment.getRequiredProperty("casewire.identity.directory")));
    }

    JsonNode lineage(CaseId id) {
        CatalogClient.Answer answer = client.get("/api/catalog/v1/cases/" + id + "/lineage");
        return answer.status() == 200 ? answer.json() : answer.json().path("members");
    }

    /** Each member as {@code id STATE}, in order. */
    List<String> members(CaseId id) {
        List<String> members = new ArrayList<>();
        lineage(id)
                .path("members")
                .forEach(member -> members.add(member.path("id").asString() + " "
                        + member.path("state").asString()));
        return members;
    }

    List<JsonNode> links(String... query) {
        List<JsonNode> links = new ArrayList<>();
        client.get(LINKS, query).json().path("items").forEach(links::add);
        return links;
    }

    CatalogClient.Answer decide(String link, String state, String reason, @Nullable Role role) {
        return decide(link, "{\"state\":\"" + state + "\",\"reason\":\"" + reason + "\"}", role);
    }

    CatalogClient.Answer decide(String link, String body, @Nullable Role role) {
        String token = role == null
                ? null
                : issuer.mint(
                        new Caller(
                                "somebody",
                                Set.of(role),
                                role == Role.REGION ? "310000" : null,
                                role == Role.AGENCY ? "某机构" : null),
                        Duration.ofHours(1));
        return client.post(LINKS + "/" + link + "/decision", body, token);
    }
}
