package io.casewire.embedded;

import io.casewire.embedded.store.Examined;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The one store of a test run, in memory: started when first asked for, gone with the JVM. Where the environment names a
 * MongoDB in {@code CASEWIRE_TEST_MONGODB} ({@code mongodb://HOST:PORT}, without accounts), the same tests run on that. Tests keep
 * apart by databases of their own.
 */
public final class SharedStore {
    /** Names the real server to test on. */
    public static final String REAL_SERVER = "CASEWIRE_TEST_MONGODB";

    private SharedStore() {}

    /** Without a database. */
    public static String connectionString() {
        return Holder.CONNECTION_STRING;
    }

    /** With a database that no other test has, empty at first. */
    public static String freshDatabase() {
        return Holder.CONNECTION_STRING + "/" + uniqueName();
    }

    /** A database name that no other test has. */
    public static String uniqueName() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Has an observer told of what queries on a database cost, until the return value is closed; empty on a real server, which tells nobody.
     */
    public static Optional<AutoCloseable> observe(String database, Consumer<Examined> observer) {
        return Holder.EMBEDDED.map(store -> store.observe(examined -> {
            if (examined.database().equals(database)) {
                observer.accept(examined);
            }
        }));
    }

    private static final class Holder {
        static final Optional<String> REAL =
                Optional.ofNullable(System.getenv(REAL_SERVER)).filter(address -> !address.isBlank());
        static final Optional<EmbeddedStore> EMBEDDED =
                REAL.isPresent() ? Optional.empty() : Optional.of(EmbeddedStore.inMemory());
        static final String CONNECTION_STRING =
                REAL.or(() -> EMBEDDED.map(EmbeddedStore::connectionString)).orElseThrow();
    }
}
