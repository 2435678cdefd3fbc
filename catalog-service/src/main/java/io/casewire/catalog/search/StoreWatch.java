package io.casewire.catalog.search;

import io.casewire.catalog.adoption.AdoptionsStored;
import io.casewire.catalog.casefile.CasesStored;
import io.casewire.catalog.record.RecordsStored;
import org.springframework.context.event.EventListener;

/** Tells the indexes what this process stored. */
final class StoreWatch {
    private final IndexFollower cases;
    private final IndexFollower records;

    StoreWatch(IndexFollower cases, IndexFollower records) {
        this.cases = cases;
        this.records = records;
    }

    @EventListener
    void on(CasesStored stored) {
        cases.note(stored.ids());
    }

    @EventListener
    void on(AdoptionsStored stored) {
        cases.note(stored.cases());
    }

    @EventListener
    void on(RecordsStored stored) {
        records.note(stored.ids());
    }
}
