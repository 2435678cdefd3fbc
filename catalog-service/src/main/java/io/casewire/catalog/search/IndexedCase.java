package io.casewire.catalog.search;

import io.casewire.catalog.adoption.StoredAdoption;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.figure.Effects;
import io.casewire.query.CasePlaces;
import io.casewire.text.ComparableKey;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How a case stands in the index. Any change here needs a new {@link #SCHEMA}, which makes old indexes be built anew. */
final class IndexedCase {
    /** Version of the fields and of their analysis. */
    static final int SCHEMA = 5;

    static final String ID = "id";
    /** {@link #CASE}, or what else it is. */
    static final String KIND = "kind";

    static final String CASE = "case";
    /** {@link ComparableKey} of its title; absent for a title of punctuation. */
    static final String TITLE_KEY = "title.key";
    /** The text of the case by how much each part of it weighs: a title's words stand in it several times. */
    static final String WEIGHTED = "weighted";

    /** Ids of places the case comes from or is promoted to by name. */
    static final String PLACE = "place";
    /** Ids of other places it speaks of. */
    static final String PLACE_MENTIONED = "place.mentioned";
    /** {@link StoredCase#writes()} and those of its adoption: which state of the case this is. */
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
        return of(stored, null);
    }

    /** @param adoption null for a case without any obligation */
    static Document of(StoredCase stored, @Nullable StoredAdoption adoption) {
        Document document = new Document();
        String id = stored.content().id().value();
        document.add(new StringField(ID, id, Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(WRITES, writes(stored.writes(), adoption)));
        document.add(new NumericDocValuesField(
                FIRST_PUBLISHED, stored.firstPublished().toEpochMilli()));
        document.add(new NumericDocValuesField(UPDATED, stored.updated().toEpochMilli()));
        if (!stored.withdrawn()) {
            document.add(new StringField(CURRENT.field(), CURRENT.bytes(), Field.Store.NO));
        }
        IndexedText.add(field -> field.textOf(stored), document);
        document.add(new StringField(KIND, CASE, Field.Store.NO));
        addFacets(stored, document);
        addAdoption(adoption, document);
        addNames(stored, document);
        if (!stored.content().metrics().isEmpty()) {
            document.add(new BinaryDocValuesField(
                    Effects.FIELD, Effects.encode(stored.content().metrics())));
        }
        return document;
    }

    static void addPlaces(CasePlaces places, Document document) {
        places.own().forEach(place -> document.add(new StringField(PLACE, place, Field.Store.NO)));
        places.mentioned().forEach(place -> document.add(new StringField(PLACE_MENTIONED, place, Field.Store.NO)));
    }

    /** Which state it is of the case and of its adoption. */
    private static long writes(long ofCase, @Nullable StoredAdoption adoption) {
        return adoption == null ? ofCase : ofCase + adoption.writes();
    }

    /** Found by its per cent, counted in its band. */
    private static void addAdoption(@Nullable StoredAdoption stored, Document document) {
        if (stored != null && stored.adoption() != null) {
            String field = Facet.ADOPTION.field();
            document.add(new StringField(field, String.valueOf(stored.adoption().percent()), Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(AdoptionBands.of(stored.adoption()))));
        }
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
        addPlaces(CasePlaces.of(stored.content(), stored.document()), document);
        for (CaseUnits units : CaseUnits.values()) {
            units.keysOf(stored.content())
                    .forEach(unit ->
                            document.add(new StringField(units.field(), IndexedText.limited(unit), Field.Store.NO)));
        }
    }
}
