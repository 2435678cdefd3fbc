package io.casewire.parsing;

import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.page.PageReader;
import io.casewire.text.Glyphs;
import io.casewire.text.SimplifiedForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A document in traditional characters is read by its simplified form; its records get the characters back that were
 * printed. Names the gazetteer gives (zones, areas, regions) stay as the gazetteer writes them.
 */
final class PrintedForms {
    private static final Set<String> OWN_NAMES =
            Set.of("id", "zones", "areas", "regions", "region", "province", "date");
    /** Where a document names itself. */
    private static final int HEAD = 200;

    private final List<String> printed;
    /** For headings that stand above a record: the form each character has where it is printed first. */
    private final Map<Character, Character> anywhere = new HashMap<>();

    PrintedForms(String text) {
        this.printed = PageReader.lines(text);
        String simplified = SimplifiedForm.of(text);
        for (int i = 0; i < text.length(); i++) {
            anywhere.putIfAbsent(simplified.charAt(i), text.charAt(i));
        }
    }

    /** The record with its texts as printed on its lines. */
    <R extends ParsedRecord> R restored(R record) {
        LineRange lines = record instanceof DocumentRecord ? new LineRange(1, HEAD) : Coverage.linesOf(record);
        if (lines == null) {
            return record;
        }
        Stretch stretch = new Stretch(lines);
        JsonNode tree = WireJson.mapper().valueToTree(record);
        restore(tree, stretch);
        @SuppressWarnings("unchecked") // the tree came from a value of this class
        R restored = (R) WireJson.mapper().treeToValue(tree, record.getClass());
        return restored;
    }

    private static void restore(JsonNode node, Stretch stretch) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    if (!OWN_NAMES.contains(field.getKey())) {
                        JsonNode other = restoredText(field.getValue(), stretch);
                        if (other != null) {
                            field.setValue(other);
                        } else {
                            restore(field.getValue(), stretch);
                        }
                    }
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode other = restoredText(array.get(i), stretch);
                    if (other != null) {
                        array.set(i, other);
                    } else {
                        restore(array.get(i), stretch);
                    }
                }
            }
            default -> {
                // numbers and flags are printed in no script
            }
        }
    }

    private static @Nullable JsonNode restoredText(JsonNode node, Stretch stretch) {
        return node instanceof StringNode text ? StringNode.valueOf(stretch.restored(text.stringValue())) : null;
    }

    /** The lines of one record, in both forms. */
    private final class Stretch {
        private final StringBuilder before = new StringBuilder();
        private final String simplified;
        private final Map<Character, Character> characters = new HashMap<>();

        Stretch(LineRange lines) {
            for (int i = lines.first(); i <= Math.min(lines.last(), printed.size()); i++) {
                before.append(Repair.clean(printed.get(i - 1)));
            }
            simplified = SimplifiedForm.of(before.toString());
            for (int i = 0; i < simplified.length(); i++) {
                characters.putIfAbsent(simplified.charAt(i), before.charAt(i));
            }
        }

        String restored(String text) {
            StringBuilder out = new StringBuilder(text.length());
            int from = 0;
            while (from <= text.length()) {
                int end = text.indexOf('\n', from);
                end = end < 0 ? text.length() : end;
                out.append(from == 0 ? "" : "\n").append(part(text.substring(from, end)));
                from = end + 1;
            }
            return out.toString();
        }

        /** As it stands there; where repair changed more than the script, character by character. */
        private String part(String text) {
            if (text.chars().noneMatch(c -> Glyphs.isHan((char) c))) {
                return text;
            }
            int at = simplified.indexOf(text);
            if (at >= 0) {
                return before.substring(at, at + text.length());
            }
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                Character form = characters.getOrDefault(text.charAt(i), anywhere.get(text.charAt(i)));
                out.append(form == null ? text.charAt(i) : form.charValue());
            }
            return out.toString();
        }
    }
}
