package io.casewire.cli.connect;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where an instance keeps its data. */
public final class DataFolder {
    /** Set by the launcher: its own folder. */
    private static final String ROOT = "casewire.root";

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder of the instance's data (default: .casewire beside the launcher).")
    private @Nullable Path given;

    /** The launcher's folder, or where this was started. */
    public static Path root() {
        return Path.of(System.getProperty(ROOT, "")).toAbsolutePath();
    }

    public Path path() {
        return (given == null ? root().resolve(".casewire") : given.toAbsolutePath()).normalize();
    }

    /** Whether it was named. */
    boolean isGiven() {
        return given != null;
    }
}
