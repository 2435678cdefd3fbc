package io.casewire.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
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
                node = node.nextOrNew(name.charAt(i));
            }
            node.meaning = meaning;
        });
    }

    /** Every name that starts at the offset, the longest first; none: empty. */
    List<Match> at(String text, int start) {
        var matches = List.<Match>of();
        var node = root;
        for (int i = start; i < text.length(); i++) {
            node = node.next(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.meaning != null) {
                matches = matches.isEmpty() ? new ArrayList<>(2) : matches;
                matches.add(new Match(start, i + 1, node.meaning));
            }
        }
        return matches.reversed();
    }

    /** A name found at an offset. */
    record Match(int start, int end, Meaning meaning) {}

    private static final class Node {
        /** In order; the node at the same index of {@code nexts} is behind it. */
        private char[] keys = {};

        private Node[] nexts = {};
        private @Nullable Meaning meaning;

        @Nullable
        Node next(char c) {
            int at = Arrays.binarySearch(keys, c);
            return at < 0 ? null : nexts[at];
        }

        Node nextOrNew(char c) {
            int at = Arrays.binarySearch(keys, c);
            if (at >= 0) {
                return nexts[at];
            }
            int place = -at - 1;
            char[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
            Node[] moreNexts = Arrays.copyOf(nexts, nexts.length + 1);
            System.arraycopy(keys, place, moreKeys, place + 1, keys.length - place);
            System.arraycopy(nexts, place, moreNexts, place + 1, nexts.length - place);
            moreKeys[place] = c;
            moreNexts[place] = new Node();
            keys = moreKeys;
            nexts = moreNexts;
            return nexts[place];
        }
    }
}
