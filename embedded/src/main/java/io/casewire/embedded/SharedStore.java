package io.casewire.embedded;

import java.util.UUID;

/**
 * The one store of a test run, in memory: started when first asked for, gone with the JVM. Tests keep apart by databases of their
 * own.
 */
public final class SharedStore {
    private SharedStore() {}

    /** Without a database. */
    public static String connectionString() {
        return Holder.STORE.connectionString();
    }

    /** With a database that no other test has, empty at first. */
    public static String freshDatabase() {
        return Holder.STORE.connectionString(uniqueName());
    }

    /** A database name that no other test has. */
    public static String uniqueName() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static final class Holder {
        static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    }
}
