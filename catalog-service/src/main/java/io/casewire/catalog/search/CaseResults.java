package io.casewire.catalog.search;

import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What searches find, for features that hand it on: whole, or the last changed first. */
public final class CaseResults {
    private static final CaseQuery.Parameters PARAMETERS = new CaseQuery.Parameters();
    private static final Set<String> OF_A_PAGE = Set.of("size", "cursor", "fold");

    /** Cases read from the store at a time; a reply of the store holds 48 MB. */
    private static final int READ = 50;

    private final CaseSearch search;
    private final Cases cases;

    CaseResults(CaseSearch search, Cases cases) {
        this.search = search;
        this.cases = cases;
    }

    /** A search as it was asked for, page aside. */
    public static final class Asked {
        private final CaseQuery query;

        private Asked(CaseQuery query) {
            this.query = query;
        }
    }

    /**
     * A part of the last changes.
     *
     * @param next cursor of the following part; null at the end
     */
    public record Changes(List<StoredCase> cases, @Nullable String next) {
        public Changes {
            cases = List.copyOf(cases);
        }
    }

    /** Parameters of a search that are given once, page aside. */
    public static Set<String> single() {
        Set<String> single = new TreeSet<>(PARAMETERS.single());
        single.removeAll(OF_A_PAGE);
        return single;
    }

    /** Parameters of a search whose values are alternatives. */
    public static Set<String> repeatable() {
        return PARAMETERS.repeatable();
    }

    /** Parameters of a search that may be given without a value. */
    public static Set<String> emptiable() {
        return PARAMETERS.emptiable();
    }

    /**
     * Reads the parameters of a search; others are passed over.
     *
     * @throws org.springframework.web.ErrorResponseException (400) for the first that cannot be taken
     */
    public static Asked asked(MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> search = new LinkedMultiValueMap<>(parameters);
        search.keySet().removeAll(OF_A_PAGE);
        return new Asked(CaseQuery.of(search));
    }

    /**
     * Tells every case that the search finds, in its order, as the index is now; few are held at a time.
     *
     * @throws org.springframework.web.ErrorResponseException (503) while there is no index, before any case is told
     */
    public void forEach(Asked asked, Consumer<StoredCase> each) {
        search.walk(asked.query, ids -> {
            for (int from = 0; from < ids.size(); from += READ) {
                for (StoredCase stored : cases.findAll(ids.subList(from, Math.min(from + READ, ids.size())))) {
                    // it may have been withdrawn since
                    if (!stored.withdrawn()) {
                        each.accept(stored);
                    }
                }
            }
        });
    }

    /**
     * Cases that match, withdrawn ones too, the last changed first.
     *
     * @param cursor of the part before; null for the first
     * @throws org.springframework.web.ErrorResponseException (400) for a cursor that is none, (503) while there is no index
     */
    public Changes lastChanged(Asked asked, int size, @Nullable String cursor) {
        CaseQuery query = asked.query.sized(size);
        List<String> ids = search.lastChanged(query, ChangePlace.of(cursor));
        List<StoredCase> shown = cases.findAll(ids.subList(0, Math.min(size, ids.size())));
        boolean more = ids.size() > size && !shown.isEmpty();
        return new Changes(shown, more ? ChangePlace.after(shown.getLast()) : null);
    }
}
