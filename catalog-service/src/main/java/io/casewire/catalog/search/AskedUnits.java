package io.casewire.catalog.search;

import io.casewire.text.ComparableKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** The units in what somebody typed: those some case of the index has. */
final class AskedUnits {
    private static final int MIN_NAME = 3;
    private static final int MAX_NAME = 24;

    private AskedUnits() {}

    /** Their keys, the longest name at each place. */
    static List<String> in(String part, IndexReader reader) throws IOException {
        String key = ComparableKey.of(part);
        List<String> units = new ArrayList<>();
        int at = 0;
        while (at + MIN_NAME <= key.length()) {
            int end = Math.min(key.length(), at + MAX_NAME);
            while (end - at >= MIN_NAME && !isUnit(key.substring(at, end), reader)) {
                end--;
            }
            if (end - at >= MIN_NAME) {
                units.add(key.substring(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return units;
    }

    private static boolean isUnit(String key, IndexReader reader) throws IOException {
        return reader.docFreq(new Term(CaseUnits.RESPONSIBLE.field(), key)) > 0
                || reader.docFreq(new Term(CaseUnits.LEADING.field(), key)) > 0;
    }
}
