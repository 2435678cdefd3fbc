package io.casewire.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casewire.cli.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code token} in a deployment's folder, with a stand-in for the engine that shows what it is asked to run. */
class DeploymentTokenTests {
    @TempDir
    Path temporary;

    private Path folder;
    private String locales = "";

    @BeforeEach
    void makeDeployment() throws IOException {
        folder = temporary.resolve("deployment");
        assertThat(Tool.run("init", folder.toString(), "--trial-store").status())
                .isZero();
        Path engine = Files.writeString(temporary.resolve("docker"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(engine.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void containerReadsNamesAsUtf8WhateverTheLocale(String locale) throws IOException, InterruptedException {
        assertThat(asked(locale, "--agency 长沙海关"))
                .containsSequence("-e", "LC_ALL=C.UTF-8")
                .containsSequence("token", "--data", "/data", "--agency", "长沙海关");
    }

    @Test
    void namesTypedInGb18030ReachTheContainerInUtf8() throws IOException, InterruptedException {
        makeGb18030();
        assertThat(asked(
                        "zh_CN.GB18030",
                        "--agency \"$(printf '\\263\\244\\311\\263\\272\\243\\271\\330')\" --role agency"))
                .containsSequence("--data", "/data", "--agency", "长沙海关", "--role", "agency");
        assertThat(asked("zh_CN.GB18030", "--agency 长沙海关")).containsSequence("--agency", "长沙海关");
    }

    @Test
    void listOfRevokedTokensIsWhereTheServicesLook() throws IOException, InterruptedException {
        assertThat(folder.resolve("identity/revoked/tokens.json")).exists();
        assertThat(asked("C", "revoke --subject li")).contains(folder + "/identity:/data/identity");
        String compose = Files.readString(folder.resolve("compose.yaml"));
        assertThat(compose.split("./identity/revoked:/run/casewire/identity/revoked:ro", -1))
                .as("mounted into every service that checks tokens")
                .hasSameSizeAs(compose.split("./identity/jwks.json:/run/casewire/identity/jwks.json:ro", -1))
                .hasSize(6);
    }

    @Test
    void linkIsMadeWhereTheConsoleLooksAndLeadsToIt() throws IOException, InterruptedException {
        assertThat(folder.resolve("identity/sessions")).isDirectory();
        assertThat(askedOf("login", "C", "--role region --region 430000 --subject 李明"))
                .contains(folder + "/identity:/data/identity")
                .containsSequence(
                        "login", "--data", "/data", "--url", "http://127.0.0.1:8080", "--role", "region", "--region");
        assertThat(askedOf("login", "C", "--role reader --url https://casewire.example"))
                .doesNotContain("http://127.0.0.1:8080");
        String compose = Files.readString(folder.resolve("compose.yaml"));
        assertThat(compose.split("./identity/sessions:/run/casewire/identity/sessions:ro\n", -1))
                .as("read by every service that checks tokens")
                .hasSize(5);
        assertThat(compose.split("./identity/sessions:/run/casewire/identity/sessions\n", -1))
                .as("written by the console alone")
                .hasSize(2);
        assertThat(compose).doesNotContain("signing-key");
    }

    @Test
    void linkThatNoConsoleWouldTakeIsNotMade() throws IOException, InterruptedException {
        Path compose = folder.resolve("compose.yaml");
        Files.writeString(compose, Files.readString(compose).replaceAll(".*identity/sessions:?.*\n", ""));
        assertThat(status("login", "C", "--role reader")).isEqualTo(1);
    }

    @Test
    void folderWhoseServicesWouldNotSeeARevocationIsTold() throws IOException, InterruptedException {
        Path compose = folder.resolve("compose.yaml");
        Files.writeString(compose, Files.readString(compose).replaceAll(".*identity/revoked:.*\n", ""));
        assertThat(status("C", "revoke --subject li")).isEqualTo(1);
        assertThat(status("C", "list")).isZero();
    }

    private void makeGb18030() throws IOException, InterruptedException {
        Path made = Files.createDirectory(temporary.resolve("locales"));
        try {
            Process process = new ProcessBuilder(
                            "localedef",
                            "-i",
                            "zh_CN",
                            "-f",
                            "GB18030",
                            made.resolve("zh_CN.GB18030").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(process.waitFor() == 0, "no locale zh_CN.GB18030 can be made here: " + said);
        } catch (IOException e) {
            abort("no localedef here: " + e.getMessage());
        }
        locales = made.toString();
    }

    /** What the engine was asked, a word a line, for {@code casewire token} with these words of a shell. */
    private List<String> asked(String locale, String words) throws IOException, InterruptedException {
        return askedOf("token", locale, words);
    }

    private List<String> askedOf(String verb, String locale, String words) throws IOException, InterruptedException {
        assertThat(status(verb, locale, words)).isZero();
        return Files.readAllLines(temporary.resolve("out"));
    }

    private int status(String locale, String words) throws IOException, InterruptedException {
        return status("token", locale, words);
    }

    private int status(String verb, String locale, String words) throws IOException, InterruptedException {
        Path script =
                Files.writeString(temporary.resolve("script"), "\"$folder/casewire\" " + verb + " " + words + "\n");
        ProcessBuilder shell = new ProcessBuilder("sh", script.toString())
                .redirectOutput(temporary.resolve("out").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        shell.environment().put("LC_ALL", locale);
        shell.environment().put("folder", folder.toString());
        shell.environment().put("PATH", temporary + ":" + System.getenv("PATH"));
        if (!locales.isEmpty()) {
            shell.environment().put("LOCPATH", locales);
        }
        return shell.start().waitFor();
    }
}
