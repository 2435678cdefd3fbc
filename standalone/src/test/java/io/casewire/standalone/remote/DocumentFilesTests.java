package io.casewire.standalone.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTests {
    @TempDir
    Path folder;

    @BeforeEach
    void someFiles() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        for (String name : List.of("b.txt", "a.txt", "c.html", ".hidden", "~$a.docx", "e.pdf.part", "below/d.txt")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void takesAFolderWithAllBelowButWhatIsHiddenOrUnfinished() throws IOException {
        assertThat(names(folder.toString())).containsExactly("a.txt", "b.txt", "below/d.txt", "c.html");
    }

    @Test
    void takesAPatternTheShellLeftAlone() throws IOException {
        assertThat(names(folder + "/*.txt")).containsExactly("a.txt", "b.txt");
    }

    @Test
    void takesEachFileOnce() throws IOException {
        assertThat(names(folder + "/b.txt", folder + "/*.txt")).containsExactly("b.txt", "a.txt");
    }

    @Test
    void saysWhichArgumentNamesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(folder + "/none.txt"))
                .withMessage("no document at " + folder + "/none.txt");
    }

    private List<String> names(String... arguments) throws IOException {
        return DocumentFiles.named(List.of(arguments)).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }
}
