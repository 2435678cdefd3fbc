package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk. It holds nothing the store has not, so whatever cannot be read, or was made for another store or by
 * another version, is thrown away and built anew. What was not committed before a kill is caught up by comparing
 * {@link #states()} with the store.
 */
final class CaseIndex implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseIndex.class);
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String LOCK = "write.lock";

    /**
     * One word more counts for more than the same word again, and a row of a table is no better than a chapter for being short.
     */
    static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.5f) {
        @Override
        public long computeNorm(FieldInvertState field) {
            return field.getName().equals(IndexedCase.WEIGHTED)
                    ? SmallFloat.intToByte4(ReadTerms.length(field.getPosition()))
                    : super.computeNorm(field);
        }
    };

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager current;
    private final SearcherLifetimeManager kept = new SearcherLifetimeManager();

    private CaseIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.current = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                return searcher;
            }
        });
    }

    /**
     * Opens the index of that store, empty where none can be used.
     *
     * @param storeId changes when the store was dropped
     * @throws IOException when the directory cannot be written or another process holds it
     */
    static CaseIndex open(Path path, String storeId, Analyzer analyzer) throws IOException {
        Files.createDirectories(path);
        Directory directory = FSDirectory.open(path);
        Map<String, String> maker = Map.of("schema", String.valueOf(IndexedCase.SCHEMA), "store", storeId);
        String unusable = unusable(directory, maker);
        if (unusable != null) {
            LOG.info("Building the search index in {} anew: {}", path, unusable);
        }
        IndexWriterConfig config =
                new IndexWriterConfig(analyzer).setCommitOnClose(true).setSimilarity(SIMILARITY);
        try {
            if (unusable != null) {
                clear(directory);
            }
            IndexWriter writer = new IndexWriter(directory, config);
            writer.setLiveCommitData(maker.entrySet());
            return new CaseIndex(directory, writer);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Adds the case or puts it in the place of an older state of it. */
    void put(StoredCase stored) throws IOException {
        put(stored.content().id().value(), IndexedCase.of(stored));
    }

    /** The same of anything that has an id. */
    void put(String id, Document document) throws IOException {
        writer.updateDocument(IndexedCase.idTerm(id), document);
    }

    /** Removes a case the store no longer has. */
    void remove(String id) throws IOException {
        writer.deleteDocuments(IndexedCase.idTerm(id));
    }

    /** Lets searches see what was put, and lets go of searchers that were kept for so long. */
    void refresh(Duration age) throws IOException {
        current.maybeRefreshBlocking();
        kept.prune(new SearcherLifetimeManager.PruneByAge(age.toMillis() / MILLIS_PER_SECOND));
    }

    /** Writes what was put to disk. */
    void commit() throws IOException {
        writer.commit();
    }

    /** {@link StoredCase#writes()} of every case in the index, by id, as of the last refresh. */
    Map<String, Long> states() throws IOException {
        Map<String, Long> states = new HashMap<>();
        IndexSearcher searcher = current.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                SortedDocValues ids = leaf.reader().getSortedDocValues(IndexedCase.ID);
                NumericDocValues writes = leaf.reader().getNumericDocValues(IndexedCase.WRITES);
                Bits live = leaf.reader().getLiveDocs();
                while (ids != null && writes != null && ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if ((live == null || live.get(ids.docID())) && writes.advanceExact(ids.docID())) {
                        states.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), writes.longValue());
                    }
                }
            }
        } finally {
            current.release(searcher);
        }
        return states;
    }

    /** The newest searcher; close it after use. */
    Lease latest() throws IOException {
        IndexSearcher searcher = current.acquire();
        return new Lease(searcher, kept.record(searcher), () -> current.release(searcher));
    }

    /** The searcher an earlier page came from, so that its order still holds; null when it is gone. */
    @Nullable
    Lease earlier(long version) throws IOException {
        IndexSearcher searcher = kept.acquire(version);
        return searcher == null ? null : new Lease(searcher, version, () -> kept.release(searcher));
    }

    @Override
    public void close() throws IOException {
        kept.close();
        current.close();
        writer.close();
        directory.close();
    }

    /**
     * A searcher held open.
     *
     * @param version which one it is, for {@link CaseIndex#earlier}
     */
    record Lease(IndexSearcher searcher, long version, Closeable end) implements Closeable {
        @Override
        public void close() throws IOException {
            end.close();
        }
    }

    private static @Nullable String unusable(Directory directory, Map<String, String> maker) throws IOException {
        if (directory.listAll().length == 0 || !DirectoryReader.indexExists(directory)) {
            return "there is none";
        }
        // Lucene tells a broken file by many exceptions, some of them unchecked
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
            Map<String, String> madeBy = reader.getIndexCommit().getUserData();
            return madeBy.equals(maker) ? null : "it was made by " + madeBy + ", not " + maker;
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return "it cannot be read: " + e.getMessage();
        }
    }

    private static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(LOCK)) {
                directory.deleteFile(file);
            }
        }
    }
}
