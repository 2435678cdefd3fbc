package io.casewire.parsing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.layout.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every paragraph between the first and the last line of a case stands in exactly one of its parts, once. */
class WholenessTests {
    /** Shorter ones are labels (一、主要做法), places and the numbers above a title. */
    private static final int MIN_LENGTH = 24;

    @ParameterizedTest
    @MethodSource("documents")
    void losesAndDoublesNoParagraphOfAChapter(Path file) throws IOException {
        ParsedDocument parsed = new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString());
        List<CaseRecord> cases = parsed.records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .filter(found -> found.lines().last() - found.lines().first() > 2)
                .toList();
        // columns of a newspaper page lie across each other: the gold set tells whose a paragraph is
        assumeFalse(areInterlaced(cases), "The cases of this document lie across each other");
        List<String> wrong = new ArrayList<>();
        for (Paragraph paragraph : parsed.text().paragraphs()) {
            LineRange lines = paragraph.lines();
            List<CaseRecord> around = cases.stream()
                    .filter(found -> found.lines().first() <= lines.first()
                            && lines.last() <= found.lines().last())
                    .toList();
            String text = Facts.folded(paragraph.text());
            if (around.size() != 1 || text.length() < MIN_LENGTH) {
                continue;
            }
            CaseRecord found = around.getFirst();
            long times = parts(found)
                    .map(Facts::folded)
                    .mapToLong(part -> occurrences(part, text))
                    .sum();
            if (times != 1) {
                wrong.add(lines + " " + times + " times in '" + found.title() + "': " + text.substring(0, MIN_LENGTH));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean areInterlaced(List<CaseRecord> cases) {
        return cases.stream().anyMatch(one -> cases.stream()
                .anyMatch(other -> one.lines().first() < other.lines().first()
                        && other.lines().first() < one.lines().last()));
    }

    private static Stream<String> parts(CaseRecord found) {
        List<String> parts =
                new ArrayList<>(List.of(found.printedTitle() == null ? found.title() : found.printedTitle()));
        if (found.background() != null) {
            parts.add(found.background());
        }
        if (found.summary() != null) {
            parts.add(found.summary());
        }
        if (found.practice() != null) {
            parts.add(found.practice().text());
        }
        if (found.effects() != null) {
            parts.add(found.effects().text());
        }
        return parts.stream();
    }

    private static long occurrences(String part, String text) {
        long times = 0;
        for (int at = part.indexOf(text); at >= 0; at = part.indexOf(text, at + text.length())) {
            times++;
        }
        return times;
    }

    static Stream<Path> documents() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> samples = Files.list(Path.of("../samples"))) {
            samples.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(files::add);
        }
        if (Files.isDirectory(CorpusFiles.folder())) {
            files.addAll(CorpusFiles.all());
        }
        return files.stream();
    }
}
