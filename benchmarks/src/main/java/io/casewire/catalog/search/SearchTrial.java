package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.ObjLongConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The catalogue's search and its index as they are, over cases that lie in no store: for benchmarks, which live in this package to see what nobody else
 * needs to.
 */
public final class SearchTrial implements Closeable {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(200);

    private final Path directory;
    private final Invented invented;
    private final IndexFollower follower;
    private final CaseSearch search;

    private SearchTrial(Path directory, Invented invented) {
        this.directory = directory;
        this.invented = invented;
        this.follower = new IndexFollower(
                invented,
                directory,
                new IndexSettings(directory, SOON, NEVER, SOON, Duration.ofMinutes(5)),
                new CaseAnalyzer());
        this.search = new CaseSearch(follower::index, Ranking.standard(), new SameTitle());
    }

    /**
     * Opens an index as the catalogue does. It answers once {@link #isReady} holds: at once where the index holds all of them, else when it was built.
     *
     * @param directory of the index
     * @param count of the cases, numbered from 0
     * @param ids the id of each
     * @param numbers the number of the case with that id
     * @param cases as they would lie in the store, given how often they were written
     */
    public static SearchTrial open(
            Path directory, int count, IntFunction<String> ids, ToIntFunction<String> numbers, CaseSource cases) {
        SearchTrial trial = new SearchTrial(directory, new Invented(count, ids, numbers, cases));
        trial.follower.start();
        return trial;
    }

    /** Whether it answers. */
    public boolean isReady() {
        return follower.isReady();
    }

    /** Gives the case of a number, written so many times. */
    public interface CaseSource {
        StoredCase get(int number, long writes);
    }

    /**
     * What the parts of one search took, in nanoseconds of this thread's processor time: a search runs on one thread, and what other programs do
     * counts for nothing.
     *
     * @param whole the page as it is answered: understanding, finding, all counts, folding
     * @param bare the first twenty by Lucene alone, given the query that the page was found with
     * @param understood reading the words and making that query
     * @param counted counting by facets
     */
    public record Timing(long whole, long bare, long understood, long counted) {}

    /** Asks once each way; the page's size is 20. */
    public Timing time(String words, Map<String, String> filters) throws IOException {
        LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", words);
        filters.forEach(parameters::add);
        CaseQuery query = CaseQuery.of(parameters);
        long begun = cpu();
        search.page(query);
        long whole = cpu() - begun;
        try (CaseIndex.Lease lease = follower.index().latest()) {
            IndexSearcher searcher = lease.searcher();
            begun = cpu();
            Query made = search.query(query, searcher);
            long understood = cpu() - begun;
            begun = cpu();
            searcher.search(made, query.size());
            long bare = cpu() - begun;
            begun = cpu();
            FacetCounts.of(
                    searcher,
                    made,
                    Arrays.stream(Facet.values()).filter(Facet::counted).toList());
            return new Timing(whole, bare, understood, cpu() - begun);
        }
    }

    /** Has every case written once more, as another instance would; the index follows in the background. */
    public void rewriteAll() {
        invented.generation.incrementAndGet();
    }

    /** Whether the index shows the cases as {@link #rewriteAll} left them. */
    public boolean isCaughtUp() throws IOException {
        try (CaseIndex.Lease lease = follower.index().latest()) {
            long writes = invented.generation.get();
            Query written = new BooleanQuery.Builder()
                    .add(NumericDocValuesField.newSlowExactQuery(IndexedCase.WRITES, writes), Occur.FILTER)
                    .build();
            return lease.searcher().count(written) == invented.count;
        }
    }

    /** Of the index on disk. */
    public long bytes() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(SearchTrial::size).sum();
        }
    }

    @Override
    public void close() {
        follower.stop();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cases that are made when they are asked for. */
    private static final class Invented implements IndexSource {
        private final int count;
        private final IntFunction<String> ids;
        private final ToIntFunction<String> numbers;
        private final CaseSource cases;
        private final AtomicLong generation = new AtomicLong(1);

        Invented(int count, IntFunction<String> ids, ToIntFunction<String> numbers, CaseSource cases) {
            this.count = count;
            this.ids = ids;
            this.numbers = numbers;
            this.cases = cases;
        }

        @Override
        public String name() {
            return "invented cases";
        }

        @Override
        public Optional<State> state() {
            return Optional.of(new State("invented", generation.get()));
        }

        @Override
        public void forEachWrites(ObjLongConsumer<String> consumer) {
            long writes = generation.get();
            for (int number = 0; number < count; number++) {
                consumer.accept(ids.apply(number), writes);
            }
        }

        @Override
        public Map<String, Document> documents(Collection<String> asked) {
            Map<String, Document> documents = new LinkedHashMap<>();
            for (String id : List.copyOf(asked)) {
                documents.put(id, IndexedCase.of(cases.get(numbers.applyAsInt(id), generation.get())));
            }
            return documents;
        }
    }
}
