package io.casewire.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFilesTests {
    @TempDir
    private Path data;

    @Test
    void theFirstConsumersFolderIsMadeWithTheOneItLiesInForTheOwnerOnly() throws IOException {
        Path folder = data.resolve("consumers/customs");

        ClientFiles.makeFolder(folder);

        for (Path made : List.of(data.resolve("consumers"), folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }
}
