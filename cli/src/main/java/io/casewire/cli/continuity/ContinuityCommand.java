package io.casewire.cli.continuity;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.DeploymentOptions;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.text.Nearest;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code casewire continuity}: what services that are held miss, and accepting the loss. Reads and writes the collection
 * {@code continuity} of each service's database, which the service looks at every few seconds.
 */
@Command(
        name = "continuity",
        description = {
            "Show what services miss whose store and log lost each other; accept: let them go on without it.",
            "Exit status 1: services are held."
        })
public final class ContinuityCommand implements Callable<Integer> {
    /** In each service's database. */
    public static final String COLLECTION = "continuity";

    /** The document with the log's ends that the service last saw. */
    public static final String LOG = "log";

    /** The document that says what is missing; absent while nothing is. */
    public static final String FINDING = "finding";

    private static final String DECISION = "decision";
    private static final int HELD = 1;

    private final PrintStream out;

    @Mixin
    private DeploymentOptions options = new DeploymentOptions();

    public ContinuityCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try (MongoClient store = options.deployment().store()) {
            return show(store, out);
        }
    }

    @Command(name = "accept", description = "Let services go on without what is missing.")
    int accept(
            @Parameters(paramLabel = "SERVICE", arity = "1..*", description = "Services, or all.")
                    List<String> services,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Kept with the decision: it is what is left of what was lost.")
                    String reason) {
        if (reason.isBlank()) {
            throw new WrongUse("--reason needs words: they are what is left of what was lost");
        }
        try (MongoClient store = options.deployment().store()) {
            for (String service : services.equals(List.of("all")) ? held(store) : services) {
                accept(store, service, reason);
                out.println(service + " goes on within seconds.");
            }
            return 0;
        }
    }

    private static int show(MongoClient store, PrintStream out) {
        List<String> held = held(store);
        for (String service : held) {
            Document finding = find(store, service, FINDING);
            if (finding != null) {
                out.printf("%s is held. %s %s%n", service, finding.getString("missing"), finding.getString("remedy"));
            }
        }
        out.println(
                held.isEmpty()
                        ? "Store and log of every service belong together."
                        : "To go on without what is missing: casewire continuity accept SERVICE --reason TEXT");
        return held.isEmpty() ? 0 : HELD;
    }

    private static void accept(MongoClient store, String service, String reason) {
        if (ServicePrincipal.all().stream().noneMatch(known -> known.name().equals(service))) {
            List<String> known =
                    ServicePrincipal.all().stream().map(ServicePrincipal::name).toList();
            List<String> near = Nearest.of(service, known);
            throw new WrongUse("there is no service " + service
                    + (near.isEmpty()
                            ? "; there are " + String.join(", ", known)
                            : "; did you mean " + String.join(" or ", near) + "?"));
        }
        Document finding = find(store, service, FINDING);
        if (finding == null) {
            throw new Refused(service + " misses nothing");
        }
        Document decision = new Document("_id", DECISION)
                .append("key", finding.getString("key"))
                .append("missing", finding.getString("missing"))
                .append("reason", reason)
                .append("by", System.getProperty("user.name"))
                .append("at", Instant.now());
        collection(store, service)
                .replaceOne(new Document("_id", DECISION), decision, new ReplaceOptions().upsert(true));
    }

    private static List<String> held(MongoClient store) {
        List<String> held = new ArrayList<>();
        for (ServicePrincipal service : ServicePrincipal.all()) {
            if (find(store, service.name(), FINDING) != null) {
                held.add(service.name());
            }
        }
        return held;
    }

    private static @Nullable Document find(MongoClient store, String service, String id) {
        return collection(store, service).find(new Document("_id", id)).first();
    }

    private static MongoCollection<Document> collection(MongoClient store, String service) {
        return store.getDatabase(service).getCollection(COLLECTION);
    }
}
