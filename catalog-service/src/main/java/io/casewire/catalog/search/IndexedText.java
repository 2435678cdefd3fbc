package io.casewire.catalog.search;

import io.casewire.text.ComparableKey;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How text stands in the index: by field, all of it, and by how much each part weighs. */
final class IndexedText {
    /** In characters; Lucene takes keys of 32,766 bytes. */
    private static final int MAX_KEY = 1_000;

    private static final FieldType FREQUENCIES = frequencies();

    private IndexedText() {}

    /** @param text of each field; empty where there is none */
    static void add(Function<SearchField, String> text, Document document) {
        StringBuilder all = new StringBuilder();
        StringBuilder weighted = new StringBuilder();
        for (SearchField field : SearchField.inOrder()) {
            String ofField = text.apply(field);
            document.add(new TextField(field.key(), ofField, Field.Store.NO));
            // a line break keeps pairs of characters from spanning two fields
            all.append(ofField).append('\n');
            for (int i = 0; i < field.times(); i++) {
                weighted.append(ofField).append('\n');
            }
        }
        String title = limited(ComparableKey.of(text.apply(SearchField.TITLE)));
        if (!title.isEmpty()) {
            document.add(new StringField(IndexedCase.TITLE_KEY, title, Field.Store.NO));
            document.add(new SortedDocValuesField(IndexedCase.TITLE_KEY, new BytesRef(title)));
        }
        document.add(new Field(IndexedCase.WEIGHTED, weighted.toString(), FREQUENCIES));
        document.add(new TextField(TextQueries.ANYWHERE, all.toString(), Field.Store.NO));
    }

    /** A key that the index takes. */
    static String limited(String key) {
        return key.substring(0, Math.min(key.length(), MAX_KEY));
    }

    private static FieldType frequencies() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
