package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.identity.local.KeyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartUpTests {
    @TempDir
    Path data;

    @Test
    void stopsWithASentenceWhenTheKeysAreOpenToOthers(CapturedOutput output) throws IOException {
        Path identity = Files.createDirectory(data.resolve("identity"));
        Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> start("--casewire.identity.directory=" + identity))
                .hasRootCauseMessage(
                        "%s has mode rwxrwxrwx, so others on this machine could use the signing key: chmod 700 %s",
                        identity, identity);
        assertThat(output).contains("APPLICATION FAILED TO START").contains("chmod 700 " + identity);
    }

    @ParameterizedTest
    @CsvSource({
        "signing-key.json, cannot be read as a private key",
        "jwks.json, cannot be read as a set of public keys",
        "revoked/tokens.json, cannot be read as the list of revoked tokens"
    })
    void stopsWithASentenceWhenAFileOfTheKeysIsDamaged(String file, String sentence, CapturedOutput output)
            throws IOException {
        Path identity = data.resolve("identity");
        new KeyDirectory(identity).publicKeys();
        String whole = Files.readString(identity.resolve(file));
        Files.writeString(identity.resolve(file), whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> start("--casewire.identity.directory=" + identity))
                .hasRootCauseInstanceOf(Exception.class);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(identity.resolve(file) + " " + sentence);
    }

    @Test
    void stopsWithASentenceWhenNothingSaysWhereTokensComeFrom(CapturedOutput output) {
        assertThatThrownBy(StartUpTests::start).isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Set casewire.identity.directory (local keys) or casewire.identity.issuer-uri");
    }

    private static void start(String... settings) {
        String[] arguments = new String[settings.length + 2];
        arguments[0] = "--server.port=0";
        arguments[1] = "--server.address=127.0.0.1";
        System.arraycopy(settings, 0, arguments, 2, settings.length);
        new SpringApplicationBuilder(TestService.class).run(arguments).close();
    }
}
