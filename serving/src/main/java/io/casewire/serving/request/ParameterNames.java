package io.casewire.serving.request;

import java.util.Set;

/** Names of the parameters of a query. */
public interface ParameterNames {
    /** Those given once. */
    Set<String> single();

    /** Those whose values are alternatives, so that they may be given again. */
    Set<String> repeatable();

    /** Those of both that may be given without a value. */
    default Set<String> emptiable() {
        return Set.of();
    }
}
