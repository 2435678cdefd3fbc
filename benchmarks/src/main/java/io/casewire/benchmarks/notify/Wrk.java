package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, posting the same body as fast as it can. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("(?m)^Requests/sec:\\s+([0-9.]+)");
    private static final String SECONDS = "3s";

    private Wrk() {}

    /** Whether it can be run here. */
    static boolean isInstalled() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    /** Posts a second. */
    static double rate(URI address, String body, int connections, Path scratch)
            throws IOException, InterruptedException {
        Path script = scratch.resolve("post.lua");
        Path file = scratch.resolve("post.json");
        Files.writeString(file, body);
        Files.writeString(script, """
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                local file = io.open("%s", "rb")
                wrk.body = file:read("*a")
                file:close()
                """.formatted(file));
        Process wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + connections, "-d" + SECONDS, "-s", script.toString(), address.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new NotMeasured("wrk ended with " + wrk.exitValue() + ": " + said);
        }
        return told(said);
    }

    static double told(String said) {
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new NotMeasured("wrk told no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
