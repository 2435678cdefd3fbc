package io.casewire.cli;

import io.casewire.cli.connect.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A verb of the source tree, which is a script of its own; the launcher calls it without this detour. */
abstract sealed class ScriptCommand implements Callable<Integer> {
    private final String script;
    private final List<String> first;

    @Unmatched
    private List<String> words = new ArrayList<>();

    /** @param first words before those that are given */
    private ScriptCommand(String script, String... first) {
        this.script = script;
        this.first = List.of(first);
    }

    static ScriptCommand of(String verb) {
        return switch (verb) {
            case "test" -> new Test();
            case "bench" -> new Bench();
            case "faults" -> new Faults();
            default -> throw new IllegalArgumentException(verb + " is no script");
        };
    }

    /** Whether this program was started in a source tree. */
    static boolean isThere(String verb) {
        return Files.isExecutable(DataFolder.root().resolve(of(verb).script()));
    }

    private Path script() {
        return Path.of(script);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(DataFolder.root().resolve(script).toString());
        command.addAll(first);
        command.addAll(words);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** All tests. */
    @Command(
            name = "test",
            description =
                    "Build and run all tests; --compose: make the images, start the deployment and kill its parts.")
    private static final class Test extends ScriptCommand {
        private Test() {
            super(".ci/test");
        }
    }

    /** All measurements. */
    @Command(
            name = "bench",
            description =
                    "Measure parsing (bench parse), the way from upload to catalogue (bench ingest), the catalogue (bench catalogue)"
                            + " or obligations (bench replication).")
    private static final class Bench extends ScriptCommand {
        private Bench() {
            super("benchmarks/run");
        }
    }

    /** What must hold when something goes wrong. */
    @Command(
            name = "faults",
            description = "Make things go wrong (faults F1 …) and hold what happens to what was promised.")
    private static final class Faults extends ScriptCommand {
        private Faults() {
            super("benchmarks/run", "faults");
        }
    }
}
