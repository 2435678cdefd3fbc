package io.casewire.standalone;

import io.casewire.embedded.Access;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folder that holds an instance: documents, what regions reported, and the key that signs tokens. Nobody but its owner may read
 * it, and its owner is who runs the instance.
 */
final class DataFolder {
    /** What gives power to its reader, wherever it gets copied. */
    private static final List<String> SECRETS = List.of("identity", Access.FOLDER, "consumers");

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final List<String> remarks = new ArrayList<>();

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder where it is missing, and otherwise takes away what others may do with it.
     *
     * @return sentences on what was found and done, for the log and the user; empty when all was in order
     * @throws NotStarted when somebody else owns it, or it cannot be written
     */
    static List<String> claim(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            folder.claim();
        } catch (IOException e) {
            throw new NotStarted("cannot use %s: %s".formatted(path, e), e);
        }
        return List.copyOf(folder.remarks);
    }

    private void claim() throws IOException {
        if (!Files.exists(path)) {
            create();
        }
        if (!Files.isDirectory(path)) {
            throw new NotStarted(path + " is no folder; name another with --data", null);
        }
        if (!knowsRights(path)) {
            remarks.add(
                    path
                            + " lies on a file system without rights of users: whoever uses this machine may read what is stored"
                            + " there, keys included. Choose a folder on another one with --data, or keep others off the machine");
            return;
        }
        requireOwner();
        if (narrow(path, FOLDER)) {
            remarks.add(
                    "Others could read " + path + " until now; it is the owner's alone from here on (chmod 700)."
                            + " If somebody did, its keys are known: see docs/operations.md, \"A folder that others could read\"");
        }
        for (String secret : SECRETS) {
            narrowBelow(path.resolve(secret));
        }
    }

    private void create() throws IOException {
        Path existing = path.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (knowsRights(existing)) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
        } else {
            Files.createDirectories(path);
        }
    }

    private void requireOwner() throws IOException {
        UserPrincipal owner = Files.getOwner(path);
        UserPrincipal user = user();
        if (!owner.equals(user)) {
            throw new NotStarted(
                    "%s belongs to %s, and this runs as %s: start it as %s, or hand the folder over with: chown -R %s %s"
                            .formatted(path, owner.getName(), user.getName(), owner.getName(), user.getName(), path),
                    null);
        }
    }

    /** Whose files this process makes: its user by name may be unknown to the system, as in a container. */
    private UserPrincipal user() throws IOException {
        Path probe;
        try {
            probe = Files.createTempFile(path, "owner", ".tmp");
        } catch (IOException e) {
            throw new NotStarted(
                    "%s belongs to %s and cannot be written: name another folder with --data, or start as its owner (%s)"
                            .formatted(path, Files.getOwner(path).getName(), e),
                    e);
        }
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private void narrowBelow(Path secrets) throws IOException {
        if (!Files.isDirectory(secrets)) {
            return;
        }
        Files.walkFileTree(secrets, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                narrow(folder, FOLDER);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    narrow(file, FILE);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether anything had to be taken away. */
    private boolean narrow(Path file, Set<PosixFilePermission> allowed) throws IOException {
        if (allowed.containsAll(Files.getPosixFilePermissions(file))) {
            return false;
        }
        Files.setPosixFilePermissions(file, allowed);
        if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
            // as on a mounted stick: the call succeeds and changes nothing
            remarks.add("The file system does not let others be kept from " + file
                    + ": choose a folder on another one with --data, or keep others off the machine");
            return false;
        }
        return true;
    }

    private static boolean knowsRights(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }
}
