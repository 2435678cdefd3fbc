package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Api.Answer;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code casewire status}: what runs, where, whether it is ready, and what it holds. */
@Command(
        name = "status",
        description = {
            "Show what runs, where, and what it holds.",
            "Exit status: 0 all is ready, 1 something is not, 3 nothing runs."
        })
public final class StatusCommand implements Callable<Integer> {
    private static final int NOT_READY = 1;
    private static final int NOT_RUNNING = 3;

    private final PrintStream out;

    @Mixin
    private DataFolder folder = new DataFolder();

    public StatusCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path data = folder.path();
        Optional<Instance> found = Instance.in(data);
        if (found.isEmpty()) {
            out.println("Nothing runs on " + data + ". Start it with: casewire up");
            return NOT_RUNNING;
        }
        Instance instance = found.get();
        out.printf("Casewire   %s  process %d, since %s%n", instance.url(), instance.pid(), instance.started());
        out.printf("  %-12s %s%n", "data", data);
        out.printf("  %-12s %s%n", "broker", instance.kafka());
        out.printf("  %-12s %s%n", "store", instance.mongo());
        boolean ready = true;
        for (Map.Entry<String, URI> service : new TreeMap<>(instance.services()).entrySet()) {
            Api api =
                    Api.of(service.getValue(), data, new Caller("casewire status", Set.of(Role.OPERATOR), null, null));
            String state = readiness(api);
            ready &= state.equals("UP");
            out.printf("  %-12s %s  %s%s%n", service.getKey(), service.getValue(), state, held(service.getKey(), api));
        }
        return ready ? 0 : NOT_READY;
    }

    private static String readiness(Api api) throws InterruptedException {
        try {
            return api.get("/actuator/health/readiness").body().path("status").asString("NO ANSWER");
        } catch (IOException e) {
            return "NO ANSWER";
        }
    }

    private static String held(String service, Api api) throws InterruptedException {
        try {
            return switch (service) {
                case "catalog" -> said(api.get("/api/catalog/v1/counts"), "cases", "documents");
                case "replication" -> said(api.get("/api/replication/v1/counts"), "obligations", "adopted");
                case "notify" -> said(api.get("/api/notify/v1/counts"), "subscriptions", "/deliveries/delivered");
                default -> "";
            };
        } catch (IOException e) {
            return "";
        }
    }

    // a name, or a pointer whose last part is the name
    private static String said(Answer answer, String... numbers) {
        StringBuilder text = new StringBuilder();
        for (String number : numbers) {
            String pointer = number.startsWith("/") ? number : "/" + number;
            JsonNode value = answer.body().at(pointer);
            if (value.isNumber()) {
                text.append("  ")
                        .append(value.asLong())
                        .append(' ')
                        .append(pointer.substring(pointer.lastIndexOf('/') + 1));
            }
        }
        return text.toString();
    }
}
