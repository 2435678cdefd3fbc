package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
