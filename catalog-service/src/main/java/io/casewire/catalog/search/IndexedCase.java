package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.text.ComparableKey;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How a case stands in the index. Any change here needs a new {@link #SCHEMA}, which makes old indexes be built anew. */
final class IndexedCase {
    /** Version of the fields and of their analysis. */
    static final int SCHEMA = 4;

    static final String ID = "id";
    /** {@link ComparableKey} of its title; absent for a title of punctuation. */
    static final String TITLE_KEY = "title.key";
    /** {@link StoredCase#writes()}: which state of the case this is. */
    static final String WRITES = "writes";
    /** When it was first published, in milliseconds since 1970. */
    static final String FIRST_PUBLISHED = "first";
    /** Time of its newest revision, in milliseconds since 1970. */
    static final String UPDATED = "updated";
    /** Present in cases that were not withdrawn. */
    static final Term CURRENT = new Term("state", "current");

    private IndexedCase() {}

    static Term idTerm(String id) {
        return new Term(ID, id);
    }

    static Document of(StoredCase stored) {
        Document document = new Document();
        String id = stored.content().id().value();
        document.add(new StringField(ID, id, Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(WRITES, stored.writes()));
        document.add(new NumericDocValuesField(
                FIRST_PUBLISHED, stored.firstPublished().toEpochMilli()));
        document.add(new NumericDocValuesField(UPDATED, stored.updated().toEpochMilli()));
        if (!stored.withdrawn()) {
            document.add(new StringField(CURRENT.field(), CURRENT.bytes(), Field.Store.NO));
        }
        addText(stored, document);
        addFacets(stored, document);
        return document;
    }

    private static void addText(StoredCase stored, Document document) {
        StringBuilder all = new StringBuilder();
        for (SearchField field : SearchField.inOrder()) {
            String text = field.textOf(stored);
            document.add(new TextField(field.key(), text, Field.Store.NO));
            // a line break keeps pairs of characters from spanning two fields
            all.append(text).append('\n');
        }
        String title = ComparableKey.of(stored.content().title());
        if (!title.isEmpty()) {
            document.add(new StringField(TITLE_KEY, title, Field.Store.NO));
        }
        document.add(new TextField(TextQueries.ANYWHERE, all.toString(), Field.Store.NO));
    }

    private static void addFacets(StoredCase stored, Document document) {
        for (Facet facet : Facet.values()) {
            for (String value : facet.valuesOf(stored)) {
                document.add(new StringField(facet.field(), facet.term(value), Field.Store.NO));
                document.add(new SortedSetDocValuesField(facet.field(), new BytesRef(value)));
            }
        }
    }
}
