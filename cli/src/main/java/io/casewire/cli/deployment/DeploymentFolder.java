package io.casewire.cli.deployment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that {@code init} made, with a command of its own for what needs the deployment's networks and secrets.
 *
 * @param path of the folder
 */
public record DeploymentFolder(Path path) {
    private static final int NOT_DONE = 1;
    private static final String COMMAND = "casewire";

    public static boolean isAt(Path folder) {
        return Files.exists(folder.resolve(".env")) && Files.isExecutable(folder.resolve(COMMAND));
    }

    /** Lets the folder's own command answer; returns its exit status. */
    public int run(List<String> words, PrintStream err) {
        List<String> command = new ArrayList<>();
        command.add(path.resolve(COMMAND).toAbsolutePath().toString());
        command.addAll(words);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            err.println("casewire: " + e.getMessage());
            return NOT_DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_DONE;
        }
    }
}
