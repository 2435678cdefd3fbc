package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.figure.Effects;
import io.casewire.text.ComparableKey;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How a case stands in the index. Any change here needs a new {@link #SCHEMA}, which makes old indexes be built anew. */
final class IndexedCase {
    /** Version of the fields and of their analysis. */
    static final int SCHEMA = 4;

    static final String ID = "id";
    /** {@link ComparableKey} of its title; absent for a title of punctuation. */
    static final String TITLE_KEY = "title.key";
    /** The text of the case by how much each part of it weighs: a title's words stand in it several times. */
    static final String WEIGHTED = "weighted";

    /** Ids of places the case comes from or is promoted to by name. */
    static final String PLACE = "place";
    /** Ids of other places it speaks of. */
    static final String PLACE_MENTIONED = "place.mentioned";
    /** {@link StoredCase#writes()}: which state of the case this is. */
    static final String WRITES = "writes";
    /** When it was first published, in milliseconds since 1970. */
    static final String FIRST_PUBLISHED = "first";
    /** Present in cases that were not withdrawn. */
    static final Term CURRENT = new Term("state", "current");

    /** In characters; Lucene takes keys of 32,766 bytes. */
    private static final int MAX_KEY = 1_000;

    private static final FieldType FREQUENCIES = frequencies();

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
        if (!stored.withdrawn()) {
            document.add(new StringField(CURRENT.field(), CURRENT.bytes(), Field.Store.NO));
        }
        addText(stored, document);
        addFacets(stored, document);
        addNames(stored, document);
        if (!stored.content().metrics().isEmpty()) {
            document.add(new BinaryDocValuesField(
                    Effects.FIELD, Effects.encode(stored.content().metrics())));
        }
        return document;
    }

    private static void addText(StoredCase stored, Document document) {
        StringBuilder all = new StringBuilder();
        StringBuilder weighted = new StringBuilder();
        for (SearchField field : SearchField.inOrder()) {
            String text = field.textOf(stored);
            document.add(new TextField(field.key(), text, Field.Store.NO));
            // a line break keeps pairs of characters from spanning two fields
            all.append(text).append('\n');
            for (int i = 0; i < field.times(); i++) {
                weighted.append(text).append('\n');
            }
        }
        String title = ComparableKey.of(stored.content().title());
        if (!title.isEmpty()) {
            document.add(new StringField(TITLE_KEY, limited(title), Field.Store.NO));
            document.add(new SortedDocValuesField(TITLE_KEY, new BytesRef(limited(title))));
        }
        document.add(new Field(WEIGHTED, weighted.toString(), FREQUENCIES));
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

    private static void addNames(StoredCase stored, Document document) {
        CasePlaces places = CasePlaces.of(stored);
        places.own().forEach(place -> document.add(new StringField(PLACE, place, Field.Store.NO)));
        places.mentioned().forEach(place -> document.add(new StringField(PLACE_MENTIONED, place, Field.Store.NO)));
        for (CaseUnits units : CaseUnits.values()) {
            units.keysOf(stored.content())
                    .forEach(unit -> document.add(new StringField(units.field(), limited(unit), Field.Store.NO)));
        }
    }

    private static String limited(String key) {
        return key.substring(0, Math.min(key.length(), MAX_KEY));
    }

    private static FieldType frequencies() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
