package io.casewire.benchmarks.ingest;

import java.nio.file.Path;

/**
 * A source tree that its own launcher builds and starts.
 *
 * @param name as the figures call it
 * @param commit what it was made from, with a mark where the tree holds changes
 */
record Build(String name, Path folder, String commit) {
    static final String BASELINE = "baseline";
    static final String TODAY = "today";

    static Build today(Path repository) {
        Git git = new Git(repository);
        boolean changed =
                !git.output("status", "--porcelain", "--untracked-files=no").isEmpty();
        return new Build(TODAY, repository, git.output("rev-parse", "HEAD") + (changed ? " with changes" : ""));
    }
}
