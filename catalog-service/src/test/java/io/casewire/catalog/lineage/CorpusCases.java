package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases and adoptions of the real documents, where this machine has them; they are not part of the repository. */
final class CorpusCases {
    final Map<String, Told> cases = new LinkedHashMap<>();
    final List<Adopted> adoptions = new ArrayList<>();

    private CorpusCases() {}

    record Told(CaseRecord content, DocumentReference document) {}

    record Adopted(AdoptionRecord adoption, DocumentReference document) {}

    /** All of them; the test is skipped where there are none. */
    static CorpusCases read() {
        String configured = System.getenv("CASEWIRE_CORPUS");
        Path folder = configured != null ? Path.of(configured) : Path.of("../../shared/corpus");
        assumeThat(folder)
                .as("no corpus at %s; set CASEWIRE_CORPUS to test real documents", folder)
                .isDirectory();
        CorpusCases corpus = new CorpusCases();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                corpus.add(new DocumentParser()
                        .parse(Files.readAllBytes(file), file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return corpus;
    }

    /** All of them as they are compared, in the order of the documents, adoptions last. */
    List<Telling> tellings() {
        List<Telling> tellings = new ArrayList<>();
        cases.values().forEach(told -> tellings.add(Telling.of(told.content(), told.document())));
        adoptions.forEach(adopted -> tellings.add(Telling.of(adopted.adoption(), adopted.document())));
        return tellings;
    }

    private void add(ParsedDocument parsed) {
        DocumentReference document = DocumentReference.of(parsed.document());
        for (ParsedRecord record : parsed.records()) {
            switch (record) {
                case CaseRecord content -> cases.put(content.id().value(), new Told(content, document));
                case AdoptionRecord adoption -> adoptions.add(new Adopted(adoption, document));
                default -> {}
            }
        }
    }
}
