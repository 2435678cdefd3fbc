package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verbs do without: each runs in a JVM that has no more libraries. */
class ClassPathTests {
    private static final Pattern OF_PARSING =
            Pattern.compile("/(cli/target/|parsing[-/]|extraction[-/]|contracts[-/]|text[-/]|gazetteer[-/]"
                    + "|picocli-|jsoup-|jackson-(core|databind|annotations)-)");
    private static final Pattern NOT_IN_THE_IMAGE =
            Pattern.compile("spring|-service|/(standalone|console|messaging)[-/]|lucene|micronaut|tomcat");

    @Test
    void parsingAloneIsEnoughToParse() throws IOException, InterruptedException {
        Ended parse = run(OF_PARSING.asPredicate(), "parse", "../samples/achievement-table.txt");

        assertThat(parse.status()).as(parse.said()).isZero();
        assertThat(parse.said()).contains("\"kind\":\"case\"", "铁路快通");
    }

    @Test
    void aTextLoadsNothingOfWhatReadsOtherFormats() throws IOException, InterruptedException {
        Ended parse = java(
                OF_PARSING.asPredicate(),
                List.of("-Xlog:class+load:stdout"),
                "parse",
                "../samples/achievement-table.txt");

        assertThat(parse.status()).isZero();
        assertThat(parse.said().lines().filter(line -> line.contains(" io.casewire.extraction.")))
                .singleElement()
                .asString()
                .contains("io.casewire.extraction.Formats ");
    }

    @Test
    void parsingHasNeitherSpringNorServersOnItsClassPath() {
        assertThat(classPath(OF_PARSING.asPredicate()))
                .contains("picocli", "parsing")
                .doesNotContain("spring", "kafka", "mongo", "cloudevents", "logback", "poi-", "pdfbox", "ofdrw");
    }

    @Test
    void theImageIssuesTokensAndOffersNoVerbOfOneJvm(@TempDir Path folder) throws IOException, InterruptedException {
        Predicate<String> image = NOT_IN_THE_IMAGE.asPredicate().negate();
        Ended token = run(image, "token", "--data=" + folder, "--role=agency", "--agency=样例海关", "--subject=样例收件人");
        assertThat(token.status()).as(token.said()).isZero();
        assertThat(token.said()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");

        Ended help = run(image, "--help");
        assertThat(help.status()).as(help.said()).isZero();
        assertThat(help.said()).contains("backup", "doctor").doesNotContainPattern("(?m)^ +up ");
        Ended up = run(image, "up");
        assertThat(up.status()).isEqualTo(2);
        assertThat(up.said()).contains("unknown command up");
    }

    private record Ended(int status, String said) {}

    private static Ended run(Predicate<String> jars, String... words) throws IOException, InterruptedException {
        return java(jars, List.of(), words);
    }

    private static Ended java(Predicate<String> jars, List<String> options, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(jars),
                Casewire.class.getName()));
        command.addAll(1, options);
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static String classPath(Predicate<String> jars) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> jars.test(entry.replace(System.getProperty("user.home"), "")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
