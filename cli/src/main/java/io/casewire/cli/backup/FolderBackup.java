package io.casewire.cli.backup;

import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Logging;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.RunningInstance;
import io.casewire.embedded.Access;
import io.casewire.embedded.DamagedStore;
import io.casewire.embedded.DirectoryInUse;
import io.casewire.embedded.DirectoryLock;
import io.casewire.embedded.DiskSpace;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Backup and restore of the instance of one JVM. A backup takes an instance as it is, running or not; a restore makes a data
 * folder that an instance is then started on.
 */
final class FolderBackup {
    private FolderBackup() {}

    static void write(Path data, Path folder, PrintStream out) throws IOException {
        Logging.errorsOnly();
        Optional<Path> keys = Optional.of(data.resolve("identity"));
        Optional<Deployment> running = RunningInstance.in(data);
        if (running.isPresent()) {
            Backup.write(running.get(), folder, keys, out);
            return;
        }
        if (!Files.isDirectory(data.resolve("store"))) {
            throw new Refused("there is nothing in " + data + " to back up");
        }
        onFolder(data, deployment -> Backup.write(deployment, folder, keys, out));
    }

    static void read(Path data, Path folder, PrintStream out) throws IOException {
        Logging.errorsOnly();
        if (Files.exists(data) && !isEmpty(data)) {
            throw new Refused(
                    data + " holds an instance already: restore into another folder with --data, or move it away");
        }
        // half an instance must not be started, so it gets its name when it is whole
        try (Draft draft = Draft.beside(data)) {
            Path fresh = draft.folder();
            onFolder(
                    fresh,
                    deployment -> Restore.read(deployment, folder, Optional.of(fresh.resolve("identity")), false, out));
            draft.complete("store");
        }
    }

    private static void onFolder(Path data, Task task) throws IOException {
        Access access = Access.random();
        try (DirectoryLock _ = DirectoryLock.take(data);
                DiskSpace space = DiskSpace.watch(data, 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), 0, space, access);
                EmbeddedStore store = EmbeddedStore.open(data.resolve("store"), 0, space, access)) {
            task.on(Deployment.of(kafka.clientSettings(), store.connectionString()));
        } catch (DirectoryInUse | DamagedStore e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** What is done while broker and store run. */
    private interface Task {
        void on(Deployment deployment) throws IOException;
    }
}
