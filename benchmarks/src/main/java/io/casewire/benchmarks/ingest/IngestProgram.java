package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.program.Program;
import io.casewire.ingest.IngestApplication;
import java.io.IOException;
import org.springframework.context.ConfigurableApplicationContext;

/** The ingest service alone. Arguments: broker, store and folder. */
public final class IngestProgram {
    private IngestProgram() {}

    public static void main(String... arguments) throws IOException {
        try (ConfigurableApplicationContext context = IngestApplication.builder()
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--logging.structured.format.console=",
                        "--spring.kafka.bootstrap-servers=" + arguments[0],
                        "--spring.mongodb.uri=" + arguments[1] + "/ingest",
                        "--casewire.identity.directory=" + arguments[2] + "/identity",
                        "--casewire.identity.open-probes=true")) {
            Program.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        System.exit(0);
    }
}
