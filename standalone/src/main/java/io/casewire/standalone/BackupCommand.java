package io.casewire.standalone;

import com.mongodb.MongoException;
import io.casewire.embedded.DirectoryInUse;
import io.casewire.embedded.DirectoryLock;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.EmbeddedStore;
import io.casewire.operations.OperatorTools;
import io.casewire.operations.backup.Backup;
import io.casewire.operations.backup.Restore;
import io.casewire.operations.connect.Deployment;
import io.casewire.operations.connect.Refused;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * {@code casewire backup} and {@code casewire restore}. A backup takes an instance as it is, running or not; a restore makes
 * a data directory that an instance is then started on.
 */
public final class BackupCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private BackupCommand() {}

    /** {@code backup|restore --data DATA DIR}. */
    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            run(Arrays.asList(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8));
            // the broker's threads would keep the JVM
            System.exit(0);
        } catch (IllegalArgumentException e) {
            err.println("casewire: " + e.getMessage());
            System.exit(WRONG_USE);
        } catch (Refused | DirectoryInUse e) {
            err.println("casewire: " + e.getMessage());
            System.exit(FAILED);
        } catch (KafkaException | MongoException | IOException e) {
            err.println("casewire: " + e);
            System.exit(FAILED);
        }
    }

    private static void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 4 || !arguments.get(1).equals("--data")) {
            throw new IllegalArgumentException("usage: casewire backup DIR, casewire restore DIR");
        }
        Path data = Path.of(arguments.get(2));
        Path folder = Path.of(arguments.get(3)).toAbsolutePath().normalize();
        OperatorTools.quieten();
        switch (arguments.getFirst()) {
            case "backup" -> backup(data, folder, out);
            case "restore" -> restore(data, folder, out);
            default -> throw new IllegalArgumentException("unknown command " + arguments.getFirst());
        }
    }

    private static void backup(Path data, Path folder, PrintStream out) throws IOException {
        Optional<Path> keys = Optional.of(data.resolve("identity"));
        Optional<Instance> running = Instance.in(data);
        if (running.isPresent()) {
            Instance instance = running.get();
            Backup.write(Deployment.open(instance.kafka(), instance.mongo()), folder, keys, out);
            return;
        }
        if (!Files.isDirectory(data.resolve("store"))) {
            throw new Refused("there is nothing in " + data + " to back up");
        }
        onFolder(data, deployment -> Backup.write(deployment, folder, keys, out));
    }

    private static void restore(Path data, Path folder, PrintStream out) throws IOException {
        if (Files.exists(data) && !isEmpty(data)) {
            throw new Refused(
                    data + " holds an instance already: restore into another folder with --data, or move it away");
        }
        Files.createDirectories(
                data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        onFolder(
                data,
                deployment -> Restore.read(deployment, folder, Optional.of(data.resolve("identity")), false, out));
    }

    private static void onFolder(Path data, Task task) throws IOException {
        try (DirectoryLock _ = DirectoryLock.take(data);
                EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"));
                EmbeddedStore store = EmbeddedStore.open(data.resolve("store"), 0)) {
            task.on(Deployment.open(kafka.bootstrapServers(), store.connectionString()));
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
