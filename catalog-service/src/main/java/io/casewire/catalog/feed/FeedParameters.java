package io.casewire.catalog.feed;

import io.casewire.catalog.search.CaseResults;
import io.casewire.serving.request.ParameterNames;
import java.util.Set;
import java.util.TreeSet;

/** What a feed may be asked with: all that a search may, but an order, as it has one of its own. */
sealed class FeedParameters implements ParameterNames {
    /** The same where the address names the domain. */
    static final class OfDomain extends FeedParameters {
        OfDomain() {
            super();
        }

        @Override
        public Set<String> repeatable() {
            Set<String> others = new TreeSet<>(super.repeatable());
            others.remove("domain");
            return others;
        }
    }

    FeedParameters() {}

    @Override
    public Set<String> single() {
        Set<String> single = new TreeSet<>(CaseResults.single());
        single.remove("sort");
        return single;
    }

    @Override
    public Set<String> repeatable() {
        return CaseResults.repeatable();
    }

    @Override
    public Set<String> emptiable() {
        return CaseResults.emptiable();
    }
}
