package io.casewire.parsing.corpus;

import static java.util.Objects.requireNonNull;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores every field of every record of the real documents against what reading them finds ({@code gold/README.md}). */
class GoldTests {
    private static final Map<String, ParsedDocument> PARSED = new HashMap<>();
    private static final List<String> PLACE = List.of("document", "first");

    @Test
    void findsEveryFieldOfTheCases() throws IOException {
        score("cases", PLACE, CaseRecord.class, (document, found) -> Stream.of(Facts.of(document, found)))
                .assertAtLeast(1);
    }

    @Test
    void findsEveryPromotion() throws IOException {
        score("promotions", PLACE, CaseRecord.class, (document, found) -> Stream.of(Facts.promotion(document, found))
                        .filter(Objects::nonNull))
                .assertAtLeast(1);
    }

    @Test
    void keepsHeadingsAndWholeBodies() throws IOException {
        score(
                        "bodies",
                        List.of("document", "caseLine", "section", "item", "nth"),
                        CaseRecord.class,
                        (document, found) -> Facts.bodies(document, found).stream())
                .assertAtLeast(0.99);
    }

    @Test
    void findsEveryFieldOfTheTasks() throws IOException {
        score(
                        "tasks",
                        List.of("document", "number"),
                        TaskRecord.class,
                        (document, found) -> Stream.of(Facts.of(document, found)))
                .assertAtLeast(1);
    }

    @Test
    void findsTheMeasuresOfTheTasks() throws IOException {
        score(
                        "measures",
                        List.of("document", "task", "measure"),
                        TaskRecord.class,
                        (document, found) ->
                                found.measures().stream().map(measure -> Facts.of(document, found, measure)))
                .assertAtLeast(1);
    }

    @Test
    void findsAdoptionsMilestonesAndIndicators() throws IOException {
        score(
                        "adoptions",
                        List.of("document", "first", "result"),
                        AdoptionRecord.class,
                        (document, found) -> Stream.of(Facts.of(document, found)))
                .assertAtLeast(1);
        score("milestones", PLACE, MilestoneRecord.class, (document, found) -> Stream.of(Facts.of(document, found)))
                .assertAtLeast(1);
        score("indicators", PLACE, IndicatorRecord.class, (document, found) -> Stream.of(Facts.of(document, found)))
                .assertAtLeast(1);
    }

    private static <T> Scores score(
            String name, List<String> key, Class<T> type, BiFunction<String, T, Stream<Map<String, String>>> facts)
            throws IOException {
        GoldTable gold = GoldTable.read(name);
        List<Map<String, String>> found = new ArrayList<>();
        for (String document : gold.documents()) {
            parsed(document).records().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .flatMap(record -> facts.apply(document, record))
                    .forEach(found::add);
        }
        return Scores.compare(name, key, numbered(gold.rows()), numbered(found)).print();
    }

    /** Items of different chapters may bear the same number: the nth of them in its text. */
    private static List<Map<String, String>> numbered(List<Map<String, String>> rows) {
        Map<List<String>, Integer> seen = new HashMap<>();
        for (Map<String, String> row : rows) {
            if (row.containsKey("section")) {
                List<String> place = Stream.of("document", "caseLine", "section", "item")
                        .map(column -> requireNonNull(row.get(column)))
                        .toList();
                row.put("nth", seen.merge(place, 1, Integer::sum).toString());
            }
        }
        return rows;
    }

    private static ParsedDocument parsed(String document) throws IOException {
        ParsedDocument known = PARSED.get(document);
        if (known != null) {
            return known;
        }
        Path file = CorpusFiles.named(document + "_");
        ParsedDocument parsed = new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString());
        PARSED.put(document, parsed);
        return parsed;
    }
}
