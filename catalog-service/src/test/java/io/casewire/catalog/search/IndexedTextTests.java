package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read once stands in the index as if each field had been read by itself. */
class IndexedTextTests {
    private static final Map<SearchField, String> CASE = Map.of(
            SearchField.TITLE, "ISO 9001 认证“一次办”新模式",
            SearchField.SUMMARY, "企业一次提交材料，\n由 GB/T19001 换证。",
            SearchField.PRACTICE, "办理时间由15天压缩到2天；Wi-Fi 全覆盖。办理时间由15天压缩到2天。",
            SearchField.UNITS, "上海海关",
            SearchField.SOURCE, "自贸试验区第七批最佳实践案例");

    @Test
    void everyTermHasItsPlacesAndCounts() throws IOException {
        Document read = new Document();
        IndexedText.add(field -> CASE.getOrDefault(field, ""), read);
        Map<String, List<String>> ours = indexed(read);
        assertThat(ours.keySet()).hasSizeGreaterThan(100);
        assertThat(ours).isEqualTo(indexed(eachByItself()));
    }

    private static Document eachByItself() {
        FieldType frequencies = new FieldType(TextField.TYPE_NOT_STORED);
        frequencies.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        Document document = new Document();
        StringBuilder all = new StringBuilder();
        StringBuilder weighted = new StringBuilder();
        for (SearchField field : SearchField.inOrder()) {
            String text = CASE.getOrDefault(field, "");
            document.add(new TextField(field.key(), text, Field.Store.NO));
            all.append(text).append('\n');
            weighted.append((text + '\n').repeat(field.times()));
        }
        document.add(new Field("as-" + IndexedCase.WEIGHTED, weighted.toString(), frequencies));
        document.add(new TextField(TextQueries.ANYWHERE, all.toString(), Field.Store.NO));
        return document;
    }

    /** By field and term the count and places; by field its norm. */
    private static Map<String, List<String>> indexed(Document document) throws IOException {
        Map<String, List<String>> indexed = new TreeMap<>();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            IndexWriterConfig config = new IndexWriterConfig(new CaseAnalyzer()).setSimilarity(CaseIndex.SIMILARITY);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                writer.addDocument(document);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                LeafReader leaf = reader.leaves().getFirst().reader();
                List<String> fields = new ArrayList<>(List.of(IndexedCase.WEIGHTED, TextQueries.ANYWHERE));
                SearchField.inOrder().forEach(field -> fields.add(field.key()));
                for (String field : fields) {
                    // without positions the length of a field is told by its name
                    String stored = leaf.terms("as-" + field) == null ? field : "as-" + field;
                    add(field, leaf.terms(stored), indexed);
                    NumericDocValues norm = leaf.getNormValues(stored);
                    indexed.put(
                            field,
                            List.of(norm != null && norm.advanceExact(0) ? String.valueOf(norm.longValue()) : "none"));
                }
            }
        }
        return indexed;
    }

    private static void add(String field, @Nullable Terms terms, Map<String, List<String>> indexed) throws IOException {
        if (terms == null) {
            return;
        }
        TermsEnum all = terms.iterator();
        while (all.next() != null) {
            PostingsEnum postings = all.postings(null, PostingsEnum.POSITIONS);
            postings.nextDoc();
            List<String> places = new ArrayList<>(List.of("×" + postings.freq()));
            for (int i = 0; terms.hasPositions() && i < postings.freq(); i++) {
                places.add("@" + postings.nextPosition());
            }
            indexed.put(field + " " + all.term().utf8ToString(), places);
        }
    }
}
