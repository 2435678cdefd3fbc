package io.casewire.ingest.inbox;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The two reports beside a file: {@code NAME.report.json} and {@code NAME.report.txt}. */
final class ReportFiles {
    private static final List<String> WHAT_TELLS_FILES_APART = List.of("file", "size", "modified");

    private final Path json;
    private final Path text;

    ReportFiles(Path folder, FileName name) {
        this.json = name.with(".report.json").in(folder);
        this.text = name.with(".report.txt").in(folder);
    }

    /** Whether there is something that is not an earlier try at this report. */
    boolean isOfAnother(Report report) throws IOException {
        if (!Files.exists(json, LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(text, LinkOption.NOFOLLOW_LINKS);
        }
        if (!Files.isRegularFile(json, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        JsonNode ours = WireJson.mapper().valueToTree(report);
        try {
            JsonNode there = WireJson.mapper().readTree(Files.readAllBytes(json));
            return !WHAT_TELLS_FILES_APART.stream()
                    .allMatch(name ->
                            there.path(name).toString().equals(ours.path(name).toString()));
        } catch (JacksonException _) {
            return true;
        }
    }

    /** @param draft where they are written first, so that each is there whole or not at all */
    void write(Report report, Path draft) throws IOException {
        Files.write(draft, WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        Files.move(draft, json, StandardCopyOption.ATOMIC_MOVE);
        // with the mark that old editors on Windows need to see that it is UTF-8
        Files.writeString(draft, '\ufeff' + ReportText.of(report), StandardCharsets.UTF_8);
        Files.move(draft, text, StandardCopyOption.ATOMIC_MOVE);
    }

    void remove() throws IOException {
        Files.deleteIfExists(json);
        Files.deleteIfExists(text);
    }
}
