package io.casewire.catalog.search;

import io.casewire.catalog.record.StoredRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.query.CasePlaces;
import io.casewire.text.ComparableKey;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How everything but cases stands in an index of its own, in the fields that cases have. */
final class IndexedRecord {
    private IndexedRecord() {}

    static Document of(StoredRecord stored) {
        Document document = new Document();
        document.add(new StringField(IndexedCase.ID, stored.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(IndexedCase.ID, new BytesRef(stored.id())));
        document.add(new NumericDocValuesField(IndexedCase.WRITES, stored.writes()));
        Term kind = kind(stored.kind().slug());
        document.add(new StringField(kind.field(), kind.text(), Field.Store.NO));
        if (!stored.withdrawn()) {
            document.add(new StringField(IndexedCase.CURRENT.field(), IndexedCase.CURRENT.bytes(), Field.Store.NO));
        }
        IndexedText.add(field -> RecordText.ofField(stored, field), document);
        addNames(stored, document);
        return document;
    }

    /** Finds what is of that kind. */
    static Term kind(String slug) {
        return new Term(IndexedCase.KIND, slug);
    }

    private static void addNames(StoredRecord stored, Document document) {
        RecordText text = RecordText.of(stored.content());
        CasePlaces places = CasePlaces.of(
                List.of(text.title(), String.join("\n", text.units())),
                List.of(text.text(), RecordText.ofField(stored, SearchField.SOURCE)));
        IndexedCase.addPlaces(places, document);
        if (stored.content() instanceof TaskRecord task) {
            List<String> leading = task.leadUnits().isEmpty() ? task.responsibleUnits() : task.leadUnits();
            leading.stream().limit(1).forEach(unit -> add(CaseUnits.LEADING, unit, document));
            text.units().forEach(unit -> add(CaseUnits.RESPONSIBLE, unit, document));
        }
    }

    private static void add(CaseUnits units, String unit, Document document) {
        String key = IndexedText.limited(ComparableKey.of(unit));
        if (!key.isEmpty()) {
            document.add(new StringField(units.field(), key, Field.Store.NO));
        }
    }
}
