package io.casewire.replication.exchange;

import java.util.ArrayList;
import java.util.List;

/** Problems as they come, the first of them kept, the others counted. */
final class Told {
    private final int most;
    private final List<RowProblem> kept = new ArrayList<>();
    private int untold;

    Told(int most) {
        this.most = most;
    }

    void add(RowProblem problem) {
        if (kept.size() < most) {
            kept.add(problem);
        } else {
            untold++;
        }
    }

    List<RowProblem> kept() {
        return List.copyOf(kept);
    }

    int untold() {
        return untold;
    }
}
