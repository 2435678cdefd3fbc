package io.casewire.client;

import io.casewire.contracts.event.CaseEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the titles of all cases and says what changes. Usage: java … LocalTable FOLDER */
final class LocalTable {
    private final Map<String, String> titles = new ConcurrentHashMap<>();

    void on(Received received, Position at) {
        switch (received) {
            case Received.Known known -> {
                switch (known.event()) {
                    case CaseEvent.CasePublished of ->
                        titles.put(known.key(), of.content().title());
                    case CaseEvent.CaseRevised of ->
                        titles.put(known.key(), of.content().title());
                    case CaseEvent.CaseWithdrawn _ -> titles.remove(known.key());
                    default -> throw new IllegalStateException("Not of a case: " + at);
                }
            }
            // the case lives on no topic that is read here
            case Received.Tombstone gone -> titles.remove(gone.key());
            case Received.Unknown unknown -> System.err.println(at + ": " + unknown.reason() + " " + unknown.json());
        }
    }

    Map<String, String> titles() {
        return Map.copyOf(titles);
    }

    CasewireConsumer reader(Connection connection, Runnable caughtUp) {
        return CasewireConsumer.cases(connection)
                .fromBeginning() // the table is in memory
                .onCaughtUp(caughtUp)
                .onFailure((_, at, failure) -> {
                    System.err.println(at + ": " + failure);
                    return FailureHandler.Verdict.STOP;
                })
                .handle(this::on);
    }

    public static void main(String[] arguments) throws Exception {
        LocalTable table = new LocalTable();
        Connection connection = Connection.folder(Path.of(arguments[0]));
        try (CasewireConsumer reader =
                table.reader(connection, () -> System.out.println(table.titles().size() + " cases"))) {
            reader.run(); // until the process is stopped
        }
    }
}
