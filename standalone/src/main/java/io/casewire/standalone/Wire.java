package io.casewire.standalone;

import io.casewire.embedded.Access;
import io.casewire.embedded.DiskSpace;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/** What the services run on: broker and store, which let in nobody else. */
record Wire(DiskSpace space, EmbeddedKafka kafka, EmbeddedStore store) implements AutoCloseable {
    private static final int EXIT_STORE_ENDED = 1;

    static Wire start(StartOptions options, ExecutorService threads, Progress progress) {
        Path data = options.data();
        Access access = Access.in(data);
        DiskSpace space = DiskSpace.watch(data, options.diskReserve().toBytes());
        CompletableFuture<EmbeddedStore> store =
                CompletableFuture.supplyAsync(() -> openStore(data, space, access, progress), threads);
        EmbeddedKafka kafka = startBroker(data, space, access, progress);
        try {
            return new Wire(space, kafka, store.join());
        } catch (CompletionException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public void close() {
        kafka.close();
        store.close();
        space.close();
    }

    private static EmbeddedKafka startBroker(Path data, DiskSpace space, Access access, Progress progress) {
        long begun = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), 0, space, access);
        progress.ready("broker", kafka.bootstrapServers(), begun);
        return kafka;
    }

    private static EmbeddedStore openStore(Path data, DiskSpace space, Access access, Progress progress) {
        long begun = System.nanoTime();
        EmbeddedStore store = EmbeddedStore.open(data.resolve("store"), 0, space, access);
        Thread.ofVirtual().name("store-watch").start(() -> {
            progress.say(store.ended().join());
            // nothing can be answered any more; what was acknowledged is read at the next start
            Runtime.getRuntime().exit(EXIT_STORE_ENDED);
        });
        access.tellStore(data, store.address());
        progress.ready("store", store.address(), begun);
        return store;
    }
}
