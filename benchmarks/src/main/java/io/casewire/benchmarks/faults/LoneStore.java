package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.program.Program;
import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;

/** A store as a program, to be ended and started again on its folder and port. */
final class LoneStore {
    private LoneStore() {}

    public static void main(String... arguments) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            Program.ready(String.valueOf(store.port()));
        }
        System.exit(0);
    }

    /** Where clients find one that listens there, without a database. */
    static String address(int port) {
        return "mongodb://127.0.0.1:" + port;
    }

    /** @param port 0 for any that is free */
    static Program start(Path folder, int port) throws IOException {
        return Program.start(
                LoneStore.class,
                folder.resolve("store.log"),
                folder.resolve("store").toString(),
                String.valueOf(port));
    }
}
