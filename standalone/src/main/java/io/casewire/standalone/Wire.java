package io.casewire.standalone;

import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/** What the services run on: broker and store. */
record Wire(EmbeddedKafka kafka, EmbeddedStore store) implements AutoCloseable {
    static Wire start(Path data, ExecutorService threads, Progress progress) {
        CompletableFuture<EmbeddedStore> store =
                CompletableFuture.supplyAsync(() -> openStore(data, progress), threads);
        EmbeddedKafka kafka = startBroker(data, progress);
        try {
            return new Wire(kafka, store.join());
        } catch (CompletionException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public void close() {
        kafka.close();
        store.close();
    }

    private static EmbeddedKafka startBroker(Path data, Progress progress) {
        long begun = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"));
        progress.ready("broker", kafka.bootstrapServers(), begun);
        return kafka;
    }

    private static EmbeddedStore openStore(Path data, Progress progress) {
        long begun = System.nanoTime();
        EmbeddedStore store = EmbeddedStore.open(data.resolve("store"), 0);
        progress.ready("store", store.connectionString(), begun);
        return store;
    }
}
