package io.casewire.catalog.export;

import io.casewire.catalog.search.CaseResults;
import io.casewire.serving.request.ParameterNames;
import java.util.Set;

/** What an export may be asked with: all that a search may, page aside. */
final class ExportParameters implements ParameterNames {
    @Override
    public Set<String> single() {
        return CaseResults.single();
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
