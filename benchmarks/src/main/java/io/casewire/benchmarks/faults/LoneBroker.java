package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.program.Program;
import io.casewire.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;

/** A broker as a program, to be killed and started again on its folder and port. */
final class LoneBroker {
    private LoneBroker() {}

    public static void main(String... arguments) throws IOException {
        try (EmbeddedKafka broker = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            Program.ready(String.valueOf(broker.port()));
        }
        System.exit(0);
    }
}
