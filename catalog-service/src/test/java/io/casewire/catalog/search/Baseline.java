package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/** What anybody gets from Lucene in twenty lines: one field with all text, an analyzer of its own, BM25 as it comes. */
final class Baseline implements Closeable {
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    Baseline(Analyzer analyzer, List<StoredCase> cases) throws IOException {
        this.analyzer = analyzer;
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (StoredCase stored : cases) {
                StringBuilder text = new StringBuilder();
                for (SearchField field : SearchField.values()) {
                    text.append(field.textOf(stored)).append('\n');
                }
                Document document = new Document();
                document.add(new StoredField("id", stored.content().id().value()));
                document.add(new TextField(TEXT, text.toString(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    /** The ids of the first ten. */
    List<String> found(String typed) throws IOException {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, typed);
        List<String> ids = new ArrayList<>();
        if (query != null) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get("id"));
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
