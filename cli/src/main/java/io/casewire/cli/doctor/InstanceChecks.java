package io.casewire.cli.doctor;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether each service of the instance that runs on a data folder is ready, and what those say that are not. */
final class InstanceChecks {
    private InstanceChecks() {}

    static List<Finding> of(Path data) throws InterruptedException {
        Map<String, URI> services = Instance.in(data)
                .map(instance -> new TreeMap<>(instance.services()))
                .orElseGet(TreeMap::new);
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, URI> service : services.entrySet()) {
            findings.addAll(readiness(
                    service.getKey(),
                    Api.of(
                            service.getValue(),
                            data,
                            new Caller("casewire doctor", Set.of(Role.OPERATOR), null, null))));
        }
        return findings;
    }

    private static List<Finding> readiness(String service, Api api) throws InterruptedException {
        try {
            JsonNode health = api.get("/actuator/health/readiness").body();
            List<Finding> findings = new ArrayList<>(List.of(of(service, health)));
            InboxCheck.of(health).ifPresent(findings::add);
            return findings;
        } catch (IOException e) {
            return List.of(Finding.fail(service, "does not answer: " + e.getMessage()));
        }
    }

    /** @param health as Boot's endpoint answers, with its components where they are shown */
    static Finding of(String service, JsonNode health) {
        if (isUp(health)) {
            return Finding.ok(service, "is ready");
        }
        String wrong = health.path("components")
                .propertyStream()
                .filter(component -> !isUp(component.getValue()))
                .map(component -> component.getKey() + details(component.getValue()))
                .collect(Collectors.joining("; "));
        return Finding.fail(service, "is not ready" + (wrong.isEmpty() ? "" : ": " + wrong));
    }

    private static boolean isUp(JsonNode health) {
        return health.path("status").asString("").equals("UP");
    }

    private static String details(JsonNode component) {
        String said = component
                .path("details")
                .valueStream()
                .map(value -> value.isString() ? value.asString() : value.toString())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }
}
