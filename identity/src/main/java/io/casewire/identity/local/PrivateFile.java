package io.casewire.identity.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A small file that only its owner may read, for a service's own keys. */
public final class PrivateFile {
    private final Path file;

    public PrivateFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * What is in it; empty where there certainly is none.
     *
     * @throws UnusableKeys when it cannot be read, or others than its owner may
     */
    public Optional<String> read() {
        if (!FileModes.isThere(file)) {
            return Optional.empty();
        }
        FileModes.requirePrivate(file, FileModes.PRIVATE_FILE);
        try {
            return Optional.of(FileModes.readSmall(file));
        } catch (IOException e) {
            throw new UnusableKeys(file + " cannot be read (" + e + ").", e);
        }
    }

    /**
     * The same; where there is none it is made with that content, by one of those that start together.
     *
     * @throws UnusableKeys besides when it cannot be made
     */
    public String readOrMake(Supplier<String> content) {
        Optional<String> there = read();
        if (there.isPresent()) {
            return there.get();
        }
        try {
            return DirectoryLock.inTurn(directory(), () -> {
                Optional<String> meanwhile = read();
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
                String made = content.get();
                FileModes.writeWhole(file, made);
                return made;
            });
        } catch (IOException e) {
            throw new UnusableKeys(file + " cannot be made (" + e + ").", e);
        }
    }

    private Path directory() {
        Path parent = file.getParent();
        if (parent == null) {
            throw new UnusableKeys(file + " is no file.");
        }
        return parent;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
