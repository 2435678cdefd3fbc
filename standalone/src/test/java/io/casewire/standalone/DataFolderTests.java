package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTests {
    @TempDir
    Path parent;

    private Path data;

    @BeforeEach
    void name() {
        data = parent.resolve("data");
    }

    @Test
    void aNewFolderIsItsOwnersAlone() throws IOException {
        assertThat(DataFolder.claim(data.resolve("of/this"))).isEmpty();
        assertThat(mode(data.resolve("of/this"))).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxrwx", "rwx---r--", "rwxr-x---", "rwx-----x"})
    void aFolderOthersMayUseIsNarrowedAndSaidSo(String wide) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(wide));

        assertThat(DataFolder.claim(data)).singleElement().asString().contains(data.toString(), "chmod 700");

        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(DataFolder.claim(data)).isEmpty();
    }

    @Test
    void secretsBelowAreNarrowedOneByOne() throws IOException {
        Path key = Files.writeString(
                Files.createDirectories(data.resolve("identity/keys")).resolve("signing.jwk"), "key");
        Path access = Files.writeString(
                Files.createDirectories(data.resolve("access")).resolve("store"), "password");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(access, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(data.resolve("identity"), PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.claim(data);

        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(access)).isEqualTo("rw-------");
        assertThat(mode(data.resolve("identity"))).isEqualTo("rwx------");
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedWithWhatToDo() throws IOException {
        Files.createDirectories(data);
        UserPrincipal somebody = somebodyElse();
        Files.setOwner(data, somebody);

        assertThatThrownBy(() -> DataFolder.claim(data))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining(data + " belongs to " + somebody.getName())
                .hasMessageContaining("chown -R");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Files.writeString(data, "no folder");
        assertThatThrownBy(() -> DataFolder.claim(data))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void aFileSystemWithoutRightsIsNotPassedInSilence() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(parent.resolve("archive.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/instance");
            assertThat(DataFolder.claim(inside)).singleElement().asString().contains("without rights of users");
            assertThat(inside).isDirectory();
        }
    }

    private UserPrincipal somebodyElse() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root may give a folder away")
                .isEqualTo("root");
        try {
            return parent.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        } catch (UserPrincipalNotFoundException e) {
            assumeThat(e).as("this system has no user nobody").isNull();
            throw e;
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
