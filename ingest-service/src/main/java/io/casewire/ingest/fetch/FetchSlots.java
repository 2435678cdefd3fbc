package io.casewire.ingest.fetch;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** How many files are fetched on request at the same time: each keeps somebody waiting. */
@Component
public class FetchSlots {
    private final Semaphore free;

    FetchSlots(FetchSettings settings) {
        free = new Semaphore(settings.maxConcurrent());
    }

    /** Takes a place, to be given back; false where there is none. */
    public boolean take() {
        return free.tryAcquire();
    }

    /** Gives a place back. */
    public void giveBack() {
        free.release();
    }
}
