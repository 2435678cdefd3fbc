package io.casewire.standalone.remote;

import io.casewire.ingest.inbox.UnfinishedNames;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the files that arguments name: a file, a folder (all files in and below it, without hidden ones and those that a program is still
 * writing by their names) or a pattern.
 */
public final class DocumentFiles {
    private DocumentFiles() {}

    /**
     * Each file once, in the order of the arguments, those of a folder or pattern by name.
     *
     * @throws IllegalArgumentException with a sentence when an argument names nothing
     */
    public static List<Path> named(List<String> arguments) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (String argument : arguments) {
            List<Path> found = named(argument);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no document at " + argument);
            }
            files.addAll(found);
        }
        return new ArrayList<>(files);
    }

    private static List<Path> named(String argument) throws IOException {
        if (isPattern(argument) && !Files.exists(Path.of(argument))) {
            Path folder = folderOf(argument);
            PathMatcher matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + argument.substring(argument.lastIndexOf('/') + 1));
            try (Stream<Path> entries = Files.list(folder)) {
                return sorted(entries.filter(entry -> matcher.matches(entry.getFileName())));
            }
        }
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.walk(path)) {
                return sorted(entries);
            }
        }
        return Files.isReadable(path) ? List.of(path) : List.of();
    }

    private static boolean isPattern(String argument) {
        return argument.substring(argument.lastIndexOf('/') + 1).matches(".*[*?\\[{].*");
    }

    private static Path folderOf(String argument) {
        int slash = argument.lastIndexOf('/');
        Path folder = Path.of(slash < 0 ? "." : argument.substring(0, slash + 1));
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder);
        }
        return folder;
    }

    private static List<Path> sorted(Stream<Path> entries) {
        return entries.filter(Files::isRegularFile)
                .filter(file -> !UnfinishedNames.isOne(file.getFileName().toString()))
                .sorted()
                .toList();
    }
}
