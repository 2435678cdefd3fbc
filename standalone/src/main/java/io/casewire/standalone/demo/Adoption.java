package io.casewire.standalone.demo;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Api.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One region reports that it took over a case, and the coordinator closes it. */
final class Adoption {
    private static final String OBLIGATIONS = "/api/replication/v1/obligations";

    private final URI replication;
    private final Path data;

    Adoption(URI replication, Path data) {
        this.replication = replication;
        this.data = data;
    }

    /** What was reported, in a sentence; empty when no region owes anything. */
    Optional<String> report() throws IOException, InterruptedException {
        Api coordinator = api(new Caller("demo coordinator", Set.of(Role.COORDINATOR), null, null));
        Optional<JsonNode> found = firstUnknown(coordinator);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JsonNode obligation = found.get();
        String code = obligation.path("regionCode").asString("");
        Api region = api(new Caller("demo region", Set.of(Role.REGION), code, null));
        String steps = OBLIGATIONS + "/" + obligation.path("id").asString("") + "/transitions";
        take(region, steps, Map.of("to", "IN_PROGRESS", "explanation", "已印发实施方案，正在组织复制推广。"));
        take(
                region,
                steps,
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", "ADOPTED",
                        "explanation", "已在全域复制推广。",
                        "evidence", List.of("示例文件：关于复制推广的实施方案")));
        take(coordinator, steps, Map.of("to", "CLOSED"));
        return Optional.of(obligation.path("regionName").asString("") + " adopted 《"
                + obligation.path("caseTitle").asString("") + "》");
    }

    private static Optional<JsonNode> firstUnknown(Api api) throws IOException, InterruptedException {
        Answer answer = api.get(OBLIGATIONS + "?status=UNKNOWN&size=100");
        return answer.body()
                .path("items")
                .valueStream()
                .filter(item -> !item.path("role").asString("").equals("ORIGIN"))
                .findFirst();
    }

    private static void take(Api api, String steps, Map<String, Object> step) throws IOException, InterruptedException {
        Answer answer = api.post(steps, step);
        if (!answer.ok()) {
            throw new IOException("The step to " + step.get("to") + " was refused: " + answer.problem());
        }
    }

    private Api api(Caller caller) {
        return Api.of(replication, data, caller);
    }
}
