package io.casewire.ingest.parse;

import io.casewire.ingest.recogniser.Recogniser;
import java.util.List;

/** All recognisers, one line each. */
final class Recognisers {
    static final List<Recogniser> ALL = List.of();

    private Recognisers() {}
}
