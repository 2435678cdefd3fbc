package io.casewire.catalog.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A query with what people said of the cases it should find.
 *
 * @param kind what is special about it
 * @param role who asks
 * @param grades by the id of the case, 1 touches it, 2 is about it too, 3 is what was asked for; the others have 0
 */
record JudgedQuery(String kind, String role, String text, Map<String, Integer> grades) {
    private static final String RESOURCE = "judged-queries.txt";
    private static final Pattern INVISIBLE = Pattern.compile("\\{([0-9a-f]+)}");
    private static final int FIRST_PAGE = 10;

    /** Lines {@code kind|role|query|id=grade …}; {@code {200b}} stands for a character that is not seen. */
    static List<JudgedQuery> all() throws IOException {
        try (InputStream resource = Objects.requireNonNull(JudgedQuery.class.getResourceAsStream(RESOURCE))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(JudgedQuery::read)
                    .toList();
        }
    }

    private static JudgedQuery read(String line) {
        String[] parts = line.split("\\|", -1);
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String judged : parts[3].split(" ", -1)) {
            String[] grade = judged.split("=", -1);
            grades.put(grade[0], Integer.parseInt(grade[1]));
        }
        String text =
                INVISIBLE.matcher(parts[2]).replaceAll(hex -> Character.toString(Integer.parseInt(hex.group(1), 16)));
        return new JudgedQuery(parts[0], parts[1], text, grades);
    }

    /** How near the first ten are to the best ten there could be: 1 is best; a case counts once. */
    double score(List<String> found) {
        Set<String> seen = new HashSet<>();
        double gained = 0;
        for (int i = 0; i < Math.min(FIRST_PAGE, found.size()); i++) {
            if (seen.add(found.get(i))) {
                gained += gain(grades.getOrDefault(found.get(i), 0), i);
            }
        }
        List<Integer> best = grades.values().stream().sorted((a, b) -> b - a).toList();
        double possible = 0;
        for (int i = 0; i < Math.min(FIRST_PAGE, best.size()); i++) {
            possible += gain(best.get(i), i);
        }
        return gained / possible;
    }

    private static double gain(int grade, int place) {
        return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(place + 2);
    }
}
