package io.casewire.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeTests {
    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void twoCommits() throws IOException {
        repository = Files.createDirectory(folder.resolve("repository"));
        Git git = new Git(repository);
        git.output("init", "-q");
        for (String content : new String[] {"one", "two"}) {
            Files.writeString(repository.resolve("file"), content);
            git.output("add", "file");
            git.output("-c", "user.name=n", "-c", "user.email=e@localhost", "commit", "-qm", content);
        }
    }

    @Test
    void isTheCommitInAFolderOfItsOwnAndGoneAfterwards() {
        Path there = folder.resolve("there");
        try (Worktree worktree = Worktree.of(repository, "HEAD~1", there)) {
            assertThat(there.resolve("file")).hasContent("one");
            assertThat(worktree.build().commit()).matches("[0-9a-f]{40}");
        }
        assertThat(there).doesNotExist();
        assertThat(new Git(repository).output("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void saysWhatToDoWhereTheCommitIsNotThere() {
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> Worktree.of(repository, "0123456", folder.resolve("there")))
                .withMessageContaining("commit 0123456 is not in")
                .withMessageContaining("--baseline");
        Path shallow = folder.resolve("shallow");
        new Git(folder).output("clone", "-q", "--depth", "1", "file://" + repository, shallow.toString());
        String first = new Git(repository).output("rev-parse", "HEAD~1");
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> Worktree.of(shallow, first, folder.resolve("there")))
                .withMessageContaining("git fetch --unshallow");
        assertThatExceptionOfType(NotMeasured.class)
                .isThrownBy(() -> Worktree.of(Path.of("/"), first, folder.resolve("there")))
                .withMessageContaining("is no git repository");
    }
}
