package io.casewire.cli.ledger;

import java.io.IOException;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Has the bytes of an attached file destroyed, and tells what came of it. */
final class FilePurge {
    private final LedgerApi api;
    private final PrintStream out;

    FilePurge(LedgerApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /** @param sha256 64 lower-case hexadecimal digits */
    void purge(String sha256, String reason) throws IOException, InterruptedException {
        JsonNode purged = api.purge(sha256, reason);
        out.printf(
                "purged sha256:%s by %s at %s: %s%n",
                sha256,
                purged.path("actor").asString(),
                purged.path("at").asString(),
                purged.path("reason").asString());
        purged.path("obligations").forEach(id -> out.printf("  named by %s%n", id.asString()));
        out.println("Backups of before have the bytes still; after one of them is restored, purge again.");
    }
}
