package io.casewire.benchmarks.parsing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same fields by {@code java.util.regex}, as one would write it who has no parser: tags and blanks removed, widths
 * folded, then one pattern a field, compiled once and bounded. It heals no page breaks, attributes nothing to a case,
 * derives no id and reports nothing.
 */
final class RegexExtraction {
    static final String PATTERNS = "patterns.tsv";
    private static final Pattern TAG = Pattern.compile("<[^<>\n]{1,200}>");
    private static final Pattern BLANKS = Pattern.compile("(?<=[\u3000-\u9fff])[ \u3000]+(?=[\u3000-\u9fff])");
    private static final Pattern WIDE = Pattern.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]+");

    private final List<Pattern> patterns;
    private final List<String> names;

    RegexExtraction() {
        List<Pattern> compiled = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (String line : resource(PATTERNS).lines().toList()) {
            int tab = line.indexOf('\t');
            fields.add(line.substring(0, tab));
            compiled.add(Pattern.compile(line.substring(tab + 1), Pattern.MULTILINE));
        }
        this.patterns = List.copyOf(compiled);
        this.names = List.copyOf(fields);
    }

    static String resource(String name) {
        try (@Nullable InputStream in = RegexExtraction.class.getResourceAsStream(name)) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every field found, with its groups. */
    List<Field> extract(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        text = TAG.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll("");
        text = WIDE.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            Matcher matcher = patterns.get(i).matcher(text);
            while (matcher.find()) {
                fields.add(new Field(names.get(i), groups(matcher)));
            }
        }
        return fields;
    }

    private static List<@Nullable String> groups(Matcher matcher) {
        List<@Nullable String> groups = new ArrayList<>(matcher.groupCount());
        for (int group = 1; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        return groups;
    }

    /** How many of each field. */
    static Map<String, Integer> counts(List<Field> fields) {
        Map<String, Integer> counts = new TreeMap<>();
        fields.forEach(field -> counts.merge(field.name, 1, Integer::sum));
        return counts;
    }

    record Field(String name, List<@Nullable String> groups) {}
}
