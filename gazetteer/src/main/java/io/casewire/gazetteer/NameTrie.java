package io.casewire.gazetteer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All names in one tree of characters. A look-up reads at most the longest name's length, whatever the text is. */
final class NameTrie {

    private final Node root = new Node();

    NameTrie(Map<String, Meaning> names) {
        names.forEach((name, meaning) -> {
            var node = root;
            for (int i = 0; i < name.length(); i++) {
                node = node.next.computeIfAbsent(name.charAt(i), _ -> new Node());
            }
            node.meaning = meaning;
        });
    }

    /** Every name that starts at the offset, the longest first; none: empty. */
    List<Match> at(String text, int start) {
        var matches = new ArrayList<Match>(2);
        var node = root;
        for (int i = start; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.meaning != null) {
                matches.add(new Match(start, i + 1, node.meaning));
            }
        }
        Collections.reverse(matches);
        return matches;
    }

    /** A name found at an offset. */
    record Match(int start, int end, Meaning meaning) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable Meaning meaning;
    }
}
