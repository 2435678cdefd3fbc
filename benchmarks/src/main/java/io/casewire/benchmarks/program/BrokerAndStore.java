package io.casewire.benchmarks.program;

import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;

/** The broker and the store of an installation on one machine, as a program. */
final class BrokerAndStore {
    private BrokerAndStore() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"));
                EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"), 0)) {
            Program.ready(broker.bootstrapServers() + " " + store.address());
        }
        System.exit(0);
    }
}
