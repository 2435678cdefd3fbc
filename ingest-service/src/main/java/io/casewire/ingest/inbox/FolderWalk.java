package io.casewire.ingest.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds files below a folder, oldest first; neither links nor what is no file, and nothing in folders that cannot be read. */
public final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final Predicate<Path> leavesOut;
    private final boolean all;
    private final List<Found> found = new ArrayList<>();

    private FolderWalk(Path start, Predicate<Path> leavesOut, boolean all) {
        this.start = start;
        this.leavesOut = leavesOut;
        this.all = all;
    }

    /** A file as it was when it was seen. */
    public record Found(Path file, BasicFileAttributes attributes) {
        Instant modified() {
            return attributes.lastModifiedTime().toInstant();
        }
    }

    /**
     * Files that are somebody's documents by their names.
     *
     * @param leavesOut folders that are not looked into
     * @throws IOException where the folder itself cannot be read
     */
    public static List<Found> below(Path start, Predicate<Path> leavesOut) throws IOException {
        return new FolderWalk(start, leavesOut, false).walk();
    }

    /** Every file. */
    static List<Found> allBelow(Path start) throws IOException {
        return new FolderWalk(start, _ -> false, true).walk();
    }

    private List<Found> walk() throws IOException {
        Files.walkFileTree(start, this);
        found.sort(Comparator.comparing(Found::modified).thenComparing(Found::file));
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean skipped = !all
                && !folder.equals(start)
                && (UnfinishedNames.isFolder(FileName.of(folder).text()) || leavesOut.test(folder));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()
                && (all || !UnfinishedNames.isOne(FileName.of(file).text()))) {
            found.add(new Found(file, attributes));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(start)) {
            throw e;
        }
        // gone, or a folder that is not for us
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
