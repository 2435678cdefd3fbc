package io.casewire.benchmarks.replication;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.casewire.benchmarks.program.Program;
import io.casewire.replication.ReplicationApplication;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;

/** Replication as it is, counting beside what requests ask its store for. Arguments: broker, store, folder. */
public final class ReplicationProgram {
    static final String COMMANDS = "bench.store.commands";
    static final String DOCUMENTS = "bench.store.documents";

    private ReplicationProgram() {}

    public static void main(String... arguments) throws IOException {
        MongoClientSettingsBuilderCustomizer counted = settings -> settings.addCommandListener(new Counting());
        try (ConfigurableApplicationContext context = ReplicationApplication.builder()
                .initializers(starting -> starting.getBeanFactory().registerSingleton("benchCommands", counted))
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--logging.structured.format.console=",
                        "--management.metrics.use-global-registry=true",
                        "--spring.kafka.bootstrap-servers=" + arguments[0],
                        "--spring.mongodb.uri=" + arguments[1] + "/replication",
                        "--casewire.identity.directory=" + arguments[2] + "/identity",
                        "--casewire.identity.open-probes=true")) {
            Program.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        System.exit(0);
    }

    /** Counts on the threads that answer requests only. */
    private static final class Counting implements CommandListener {
        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            String thread = Thread.currentThread().getName();
            if (thread.contains("tomcat") || thread.contains("http-")) {
                Metrics.counter(COMMANDS).increment();
                BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
                for (String batch : List.of("firstBatch", "nextBatch")) {
                    BsonValue given = cursor.get(batch);
                    if (given != null) {
                        Metrics.counter(DOCUMENTS).increment(given.asArray().size());
                    }
                }
            }
        }
    }
}
