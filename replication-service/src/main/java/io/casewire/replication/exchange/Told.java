package io.casewire.replication.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

    /** In the order of the rows. */
    List<RowProblem> kept() {
        return kept.stream()
                .sorted(Comparator.comparing((RowProblem problem) -> Objects.requireNonNullElse(problem.sheet(), ""))
                        .thenComparingInt(RowProblem::row))
                .toList();
    }

    int untold() {
        return untold;
    }
}
