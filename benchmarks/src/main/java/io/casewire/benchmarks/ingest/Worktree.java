package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.NotMeasured;
import java.nio.file.Path;

/** A commit of the repository in a folder of its own, for as long as it is open. */
final class Worktree implements AutoCloseable {
    private final Git git;
    private final Build build;

    private Worktree(Git git, Build build) {
        this.git = git;
        this.build = build;
    }

    /** @throws NotMeasured where the commit is not there */
    static Worktree of(Path repository, String commit, Path folder) {
        Git git = new Git(repository);
        if (!git.succeeds("rev-parse", "--git-dir")) {
            throw new NotMeasured(repository + " is no git repository, so " + commit + " cannot be built from it");
        }
        if (!git.succeeds("cat-file", "-e", commit + "^{commit}")) {
            boolean shallow = git.output("rev-parse", "--is-shallow-repository").equals("true");
            throw new NotMeasured("commit " + commit + " is not in " + repository
                    + (shallow
                            ? ", which is a shallow clone: git fetch --unshallow brings the history"
                            : ": git fetch it, or name another one with --baseline"));
        }
        // of runs that were killed
        git.output("worktree", "prune");
        git.output("worktree", "add", "--detach", folder.toString(), commit);
        return new Worktree(git, new Build(Build.BASELINE, folder, git.output("rev-parse", commit)));
    }

    Build build() {
        return build;
    }

    @Override
    public void close() {
        git.output("worktree", "remove", "--force", build.folder().toString());
    }
}
