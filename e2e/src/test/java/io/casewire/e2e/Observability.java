package io.casewire.e2e;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the alert rules and dashboards in {@code deploy/observability} ask for. */
final class Observability {
    static final Path FOLDER =
            Path.of("../deploy/observability").toAbsolutePath().normalize();

    /** Metrics are told from functions and labels by what they begin with. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:casewire|http|jvm|kafka|mongodb|disk|process|logback|spring)_[a-z_]+\\b");

    private static final Pattern TYPE_OF_OURS = Pattern.compile("(?m)^# TYPE (casewire_\\S+) ");
    private static final Pattern HELP_OF_OURS = Pattern.compile("(?m)^# HELP (casewire_\\S+) \\S");

    private Observability() {}

    /** Names of all metrics in rules and dashboards. */
    static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve("alerts.yml"))) {
            if (line.strip().startsWith("expr:")) {
                names.addAll(in(line));
            }
        }
        for (Path dashboard : dashboards()) {
            JsonNode board = WireJson.mapper().readTree(Files.readString(dashboard));
            board.get("panels").forEach(panel -> panel.get("targets")
                    .forEach(target -> names.addAll(in(target.get("expr").asString()))));
        }
        return names;
    }

    /** What the dashboards ask, with the interval they leave open. */
    static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (Path dashboard : dashboards()) {
            JsonNode board = WireJson.mapper().readTree(Files.readString(dashboard));
            board.get("panels").forEach(panel -> panel.get("targets")
                    .forEach(target ->
                            expressions.add(target.get("expr").asString().replace("$__rate_interval", "1m"))));
        }
        return expressions;
    }

    /** The names of the services to Prometheus, in the order of the file. */
    static List<String> jobs() throws IOException {
        String key = "- job_name:";
        return Files.readAllLines(FOLDER.resolve("prometheus.yml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .toList();
    }

    /** The headings of the operations guide that the rules send an operator to. */
    static Set<String> runbooks() throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve("alerts.yml"))) {
            int anchor = line.indexOf("docs/operations.md#");
            if (anchor >= 0) {
                anchors.add(line.substring(line.indexOf('#', anchor) + 1));
            }
        }
        return anchors;
    }

    /** Our own metrics that say nothing of what they are. */
    static Set<String> unexplained(String exposition) {
        Set<String> names = new TreeSet<>();
        TYPE_OF_OURS.matcher(exposition).results().forEach(line -> names.add(line.group(1)));
        HELP_OF_OURS.matcher(exposition).results().forEach(line -> names.remove(line.group(1)));
        return names;
    }

    /** The names in what a service tells Prometheus. */
    static Set<String> told(String exposition) {
        Set<String> names = new HashSet<>();
        exposition.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }

    /** What Prometheus' own checker says to the files; its exit status comes first. */
    static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
        Process checker = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = checker.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return checker.waitFor() + "\n" + text;
        }
    }

    static boolean onThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Set<String> in(String expression) {
        Set<String> names = new HashSet<>();
        Matcher metric = METRIC.matcher(expression);
        while (metric.find()) {
            names.add(metric.group());
        }
        return names;
    }

    private static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            return files.sorted().toList();
        }
    }
}
