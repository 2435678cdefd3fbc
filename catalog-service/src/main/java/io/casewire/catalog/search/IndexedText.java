package io.casewire.catalog.search;

import io.casewire.text.ComparableKey;
import io.casewire.text.SearchText;
import java.util.ArrayList;
import java.util.List;
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
        List<ReadTerms.Part> parts = new ArrayList<>();
        for (SearchField field : SearchField.inOrder()) {
            ReadTerms.Part part =
                    new ReadTerms.Part(SearchText.of(text.apply(field)).pieces(), field.times());
            document.add(new TextField(field.key(), ReadTerms.of(List.of(part))));
            parts.add(part);
        }
        String title = limited(ComparableKey.of(text.apply(SearchField.TITLE)));
        if (!title.isEmpty()) {
            document.add(new StringField(IndexedCase.TITLE_KEY, title, Field.Store.NO));
            document.add(new SortedDocValuesField(IndexedCase.TITLE_KEY, new BytesRef(title)));
        }
        document.add(new Field(IndexedCase.WEIGHTED, ReadTerms.counted(parts), FREQUENCIES));
        document.add(new TextField(TextQueries.ANYWHERE, ReadTerms.of(parts)));
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
