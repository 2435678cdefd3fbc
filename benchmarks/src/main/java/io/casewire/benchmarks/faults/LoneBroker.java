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

    /** Where clients find one that told this. */
    static String address(String told) {
        return "127.0.0.1:" + told;
    }

    /** @param port 0 for any that is free */
    static Program start(Path folder, int port) throws IOException {
        return Program.start(
                LoneBroker.class,
                folder.resolve("broker-" + port + ".log"),
                folder.resolve("kafka").toString(),
                String.valueOf(port));
    }
}
