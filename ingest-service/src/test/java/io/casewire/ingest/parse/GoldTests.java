package io.casewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.LineRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GoldTests {
    private static final String NOT_JUDGED = "*";
    private static final String[] FIELDS = {
        "lines", "number", "title", "category", "zones", "units", "scope", "originality"
    };

    @Test
    void agreesWithWhatAReaderFinds() throws IOException {
        Map<String, List<String[]>> gold = gold();
        Map<String, int[]> scores = new LinkedHashMap<>();
        List<String> misses = new ArrayList<>();
        for (Map.Entry<String, List<String[]>> document : gold.entrySet()) {
            score(document.getKey(), document.getValue(), scores, misses);
        }
        scores.forEach((field, score) -> System.out.printf(
                "gold cases %-12s precision %.3f recall %.3f (%d of %d)%n",
                field, (double) score[0] / score[1], (double) score[0] / score[2], score[0], score[2]));

        assertThat(misses).isEmpty();
    }

    private static void score(
            String document, List<String[]> expected, Map<String, int[]> scores, List<String> misses) {
        Map<Integer, CaseRecord> found = new TreeMap<>();
        Corpus.parse(document).records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .forEach(record -> found.put(record.lines().first(), record));
        for (String[] facts : expected) {
            CaseRecord record = found.remove(Integer.parseInt(facts[1]));
            String[] values = record == null ? new String[FIELDS.length] : values(record);
            String[] wanted = {
                new LineRange(Integer.parseInt(facts[1]), Integer.parseInt(facts[2])).toString(),
                facts[3],
                facts[4],
                facts[5],
                facts[6],
                facts[7],
                facts[8],
                facts[9]
            };
            for (int i = 0; i < FIELDS.length; i++) {
                if (wanted[i].equals(NOT_JUDGED)) {
                    continue;
                }
                int[] score = scores.computeIfAbsent(FIELDS[i], _ -> new int[3]);
                score[1] += record == null ? 0 : 1;
                score[2]++;
                if (wanted[i].equals(values[i])) {
                    score[0]++;
                } else {
                    misses.add(document + " line " + facts[1] + " " + FIELDS[i] + ": expected '" + wanted[i]
                            + "', found '" + values[i] + "'");
                }
            }
        }
        found.values().forEach(record -> misses.add(document + ": nobody expects " + record.title()));
    }

    private static String[] values(CaseRecord record) {
        List<String> units = record.originUnits().isEmpty() ? record.leadUnits() : record.originUnits();
        return new String[] {
            record.lines().toString(),
            String.valueOf(record.number()),
            record.title(),
            record.category() == null ? "" : record.category(),
            String.join(";", record.zones()),
            String.join(";", units),
            // a letter to one province is no scope of a case; its table has none
            record.promotion() == null || record.originality() != null
                    ? ""
                    : record.promotion().scope().name(),
            record.originality() == null ? "" : record.originality().name()
        };
    }

    private static Map<String, List<String[]>> gold() throws IOException {
        Map<String, List<String[]>> gold = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(GoldTests.class.getResourceAsStream("/gold/cases.tsv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split("\t", -1)).forEach(facts -> gold.computeIfAbsent(
                            facts[0], _ -> new ArrayList<>())
                    .add(facts));
        }
        return gold;
    }
}
