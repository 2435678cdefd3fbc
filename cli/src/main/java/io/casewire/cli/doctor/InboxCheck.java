package io.casewire.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether the folder that documents are taken from can be used: what a running service says of it, or a try as its user. */
final class InboxCheck {
    private static final String ABOUT = "inbox";

    private InboxCheck() {}

    /**
     * As the running service sees it.
     *
     * @param health of its readiness, with components
     * @return empty where it has no inbox
     */
    static Optional<Finding> of(JsonNode health) {
        JsonNode details = health.path("components").path("inbox").path("details");
        String folder = details.path("folder").asString("");
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        String reason = details.path("reason").asString("");
        int troubled = details.path("troubled").asInt(0);
        if (!reason.isEmpty()) {
            return Optional.of(Finding.fail(ABOUT, reason + "; it goes on by itself when that is mended"));
        }
        return Optional.of(
                troubled > 0
                        ? Finding.warn(
                                ABOUT,
                                "%d files in %s cannot be read or moved; the log names them"
                                        .formatted(troubled, folder))
                        : Finding.ok(
                                ABOUT,
                                "%s, %d waiting"
                                        .formatted(
                                                folder, details.path("waiting").asInt(0))));
    }

    /** Writes a file there and removes it. */
    static Finding of(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".casewire", ".tmp"));
            return Finding.ok(ABOUT, "can be written");
        } catch (IOException e) {
            return Finding.fail(ABOUT, "cannot be written by the containers' user, CASEWIRE_USER in .env (" + e + ")");
        }
    }
}
