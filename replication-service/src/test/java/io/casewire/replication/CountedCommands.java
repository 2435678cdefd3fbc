package io.casewire.replication;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Commands to the store, and documents it gave, while a request was answered: what other threads ask meanwhile does not count. */
public final class CountedCommands implements CommandListener {
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger documents = new AtomicInteger();

    /** @param documents in all replies together */
    public record Read(int commands, int documents) {}

    /** What the requests made there ask for. */
    public Read during(Runnable requests) {
        commands.set(0);
        documents.set(0);
        requests.run();
        return new Read(commands.get(), documents.get());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        String thread = Thread.currentThread().getName();
        if (thread.contains("tomcat") || thread.contains("http-")) {
            commands.incrementAndGet();
            BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
            for (String batch : List.of("firstBatch", "nextBatch")) {
                BsonValue given = cursor.get(batch);
                if (given != null) {
                    documents.addAndGet(given.asArray().size());
                }
            }
        }
    }
}
