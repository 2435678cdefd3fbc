package io.casewire.catalog.search;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of real documents, where there are any, and of the samples, as the store would hold them. */
final class CaseCollection {
    private static final Path SAMPLES = Path.of("..", "samples");

    private CaseCollection() {}

    /** The folder with real documents; null where the environment names none. */
    static @Nullable Path corpus() {
        String folder = System.getenv("CASEWIRE_CORPUS");
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    /** Every case once, in the order of the files. */
    static List<StoredCase> read(Path corpus) throws IOException {
        Map<String, StoredCase> cases = new LinkedHashMap<>();
        for (Path folder : List.of(corpus, SAMPLES)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    read(file, cases);
                }
            }
        }
        return List.copyOf(cases.values());
    }

    private static void read(Path file, Map<String, StoredCase> cases) throws IOException {
        ParsedDocument parsed = new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString());
        DocumentReference document = DocumentReference.of(parsed.document());
        for (ParsedRecord parsedRecord : parsed.records()) {
            if (parsedRecord instanceof CaseRecord content) {
                cases.put(
                        content.id().value(),
                        new StoredCase(content, document, 1, false, null, CaseDraft.MORNING, CaseDraft.MORNING, 1));
            }
        }
    }
}
