package io.casewire.embedded.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what queries cost. */
final class Observers {
    private final List<Consumer<Examined>> all = new CopyOnWriteArrayList<>();

    /** Closing ends it. */
    AutoCloseable add(Consumer<Examined> observer) {
        all.add(observer);
        return () -> all.remove(observer);
    }

    void tell(Results results) {
        if (!all.isEmpty()) {
            Examined examined = results.examined();
            all.forEach(observer -> observer.accept(examined));
        }
    }
}
