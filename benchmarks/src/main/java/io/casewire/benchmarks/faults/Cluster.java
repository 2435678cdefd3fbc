package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** Three brokers as processes on loopback, each holding everything. */
final class Cluster implements AutoCloseable {
    static final int BROKERS = 3;

    private final Path folder;
    private final String id = Uuid.randomUuid().toString();
    private final List<Integer> ports = freePorts(2 * BROKERS);
    private final List<Program> brokers = new ArrayList<>();

    private Cluster(Path folder) {
        this.folder = folder;
    }

    /** @param folder for everything that is written */
    static Cluster in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Cluster cluster = new Cluster(folder);
        // none of them is ready before a majority of their controllers is there
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Program>> starting = new ArrayList<>();
            for (int number = 1; number <= BROKERS; number++) {
                int broker = number;
                starting.add(threads.submit(() -> cluster.started(broker)));
            }
            for (Future<Program> one : starting) {
                cluster.brokers.add(one.get());
            }
        } catch (ExecutionException e) {
            cluster.close();
            throw new NotMeasured("the brokers did not start: " + e.getCause());
        }
        return cluster;
    }

    /** Bootstrap servers, all of them. */
    String address() {
        return ports.subList(0, BROKERS).stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    /** Kills one of them. */
    void kill(int number) throws InterruptedException {
        brokers.get(number - 1).kill();
    }

    /** Starts one that was killed on its folder and ports. */
    void start(int number) throws IOException {
        brokers.set(number - 1, started(number));
    }

    /** Whether every copy of these topics has all that was acknowledged. */
    boolean isWhole(List<String> topics) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == BROKERS);
        } catch (ExecutionException _) {
            // asked while it finds a leader
            return false;
        }
    }

    @Override
    public void close() {
        brokers.parallelStream().forEach(Program::close);
    }

    private Program started(int number) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(number), folder.resolve("broker-" + number).toString(), id));
        ports.forEach(port -> arguments.add(port.toString()));
        return Program.start(
                ClusterBroker.class, folder.resolve("broker-" + number + ".log"), arguments.toArray(String[]::new));
    }

    private static List<Integer> freePorts(int number) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return List.copyOf(ports);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback is free", e);
        }
    }
}
