package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casewire.contracts.wire.WireJson;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Names typed at the launcher arrive in the JVM, whatever the locale. Shell scripts do the typing, so that the locale this test
 * itself runs in is of no matter.
 */
class LauncherLocaleTests {
    /** As cron and systemd start it. */
    private static final String UNSET = "";

    private static final String PLAN_IN_A_FOLDER = "mkdir -p 文件夹/样例 && cd 文件夹 && cp '%s' 样例/方案.txt || exit 3\n"
            .formatted(Path.of("../samples/plan.txt").toAbsolutePath().normalize());

    @TempDir
    Path root;

    private String locales = "";

    /** A launcher whose built application is the class path of this test. */
    @BeforeEach
    void install() throws IOException {
        Files.copy(Path.of("../casewire"), root.resolve("casewire"), StandardCopyOption.COPY_ATTRIBUTES);
        Path target = Files.createDirectories(root.resolve("cli/target"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry ->
                                        Path.of(entry).toAbsolutePath().toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(target.resolve("casewire.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
        // which of the jars a verb starts from is of no matter here
        Path parse = Files.createDirectory(target.resolve("parse"));
        Files.copy(target.resolve("casewire.jar"), parse.resolve("casewire.jar"));
        Files.createFile(target.resolve("built"));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNSET, "C", "POSIX", "C.UTF-8", "zz_ZZ.UTF-8", "en_US.ISO-8859-1"})
    void namesOfAgenciesAndSubjectsArriveAsTyped(String locale) throws IOException, InterruptedException {
        JsonNode claims = claims(
                run(locale, "\"$root/casewire\" token --data data --role agency" + " --agency 长沙海关 --subject=李雷"));
        assertThat(claims.get("agency").asString()).isEqualTo("长沙海关");
        assertThat(claims.get("sub").asString()).isEqualTo("李雷");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNSET, "C", "POSIX", "zz_ZZ.UTF-8"})
    void filesWithChineseNamesAreFound(String locale) throws IOException, InterruptedException {
        Ended ended = run(locale, PLAN_IN_A_FOLDER + "\"$root/casewire\" parse --report 样例/方案.txt\n");
        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("方案.txt");
    }

    /** The locale is chosen before the verb is looked at, so one in which names would be lost stands for all. */
    @Test
    void foldersWithChineseNamesAreFoundByEveryVerbThatTakesOne() throws IOException, InterruptedException {
        Ended ended = run("C", PLAN_IN_A_FOLDER + """
                "$root/casewire" token --data 数据 --role reader >token || exit 4
                test -f 数据/identity/signing-key.json || exit 5
                "$root/casewire" ingest 样例 && exit 6
                "$root/casewire" ingest 样例/*.txt --data 数据 && exit 7
                exit 0
                """);
        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("nothing runs on").contains("数据").doesNotContain("no document at");
    }

    @Test
    void launcherInAFolderWithAChineseNameFindsItself() throws IOException, InterruptedException {
        Ended ended = run("C", """
                mkdir 发布 && cp -a "$root/casewire" "$root/cli" 发布/
                发布/casewire token --data data --role reader
                """);
        assertThat(ended.status()).as(ended.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {UNSET, "C", "C.UTF-8"})
    void whatIsNotUtf8WhereTheLocaleSaysNothingElseIsRefused(String locale) throws IOException, InterruptedException {
        // 长沙海关 in GB18030
        Ended ended = run(
                locale,
                "\"$root/casewire\" token --data data --role agency --subject li --agency"
                        + " \"$(printf '\\263\\244\\311\\263\\272\\243\\271\\330')\"");
        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("The agency holds U+FFFD");
    }

    @Test
    void localeOfGb18030IsTakenAtItsWordAndUtf8InItIsUtf8() throws IOException, InterruptedException {
        makeGb18030();
        String command = "\"$root/casewire\" token --data data --role agency --subject li --agency ";
        JsonNode typed =
                claims(run("zh_CN.GB18030", command + "\"$(printf '\\263\\244\\311\\263\\272\\243\\271\\330')\""));
        assertThat(typed.get("agency").asString()).isEqualTo("长沙海关");
        JsonNode pasted = claims(run("zh_CN.GB18030", command + "长沙海关"));
        assertThat(pasted.get("agency").asString()).isEqualTo("长沙海关");
        Ended file = run("zh_CN.GB18030", """
                printf '一、总体要求\\n' >样例.txt && "$root/casewire" parse 样例.txt
                """);
        assertThat(file.status()).as(file.toString()).isZero();
    }

    @Test
    void machineWithoutAUtf8LocaleRefusesNamesAndGoesOnWithAscii() throws IOException, InterruptedException {
        Path commands = Files.createDirectory(root.resolve("commands"));
        Path locale = Files.writeString(commands.resolve("locale"), "#!/bin/sh\necho ANSI_X3.4-1968\n");
        assertThat(locale.toFile().setExecutable(true)).isTrue();
        String path = "PATH=$root/commands:$PATH; export PATH\n";
        Ended refused = run("C", path + "\"$root/casewire\" token --data data --role reader --subject 李雷");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("no UTF-8 locale");
        assertThat(run("C", path + "\"$root/casewire\" token --data data --role reader")
                        .status())
                .isZero();
    }

    private void makeGb18030() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(root.resolve("locales"));
        try {
            Process process = new ProcessBuilder(
                            "localedef",
                            "-i",
                            "zh_CN",
                            "-f",
                            "GB18030",
                            folder.resolve("zh_CN.GB18030").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(process.waitFor() == 0, "no locale zh_CN.GB18030 can be made here: " + said);
        } catch (IOException e) {
            abort("no localedef here: " + e.getMessage());
        }
        locales = folder.toString();
    }

    private static JsonNode claims(Ended ended) {
        assertThat(ended.status()).as(ended.toString()).isZero();
        String payload = ended.out().split("\\.", -1)[1];
        return WireJson.mapper().readTree(Base64.getUrlDecoder().decode(payload));
    }

    private record Ended(int status, String out, String err) {}

    /** Runs lines of shell in the root, in a locale. */
    private Ended run(String locale, String lines) throws IOException, InterruptedException {
        Path script = Files.writeString(root.resolve("script"), "cd \"$root\" || exit 9\n" + lines);
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        ProcessBuilder shell = new ProcessBuilder("sh", script.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        shell.environment().put("root", root.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!locale.isEmpty()) {
            shell.environment().put("LC_ALL", locale);
        }
        if (!locales.isEmpty()) {
            shell.environment().put("LOCPATH", locales);
        }
        int status = shell.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }
}
