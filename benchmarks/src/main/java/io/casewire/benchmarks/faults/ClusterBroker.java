package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.program.Program;
import io.casewire.embedded.BrokerStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One of several brokers, each its own controller (KRaft), on loopback and without accounts. Arguments: its number from 1 on, folder, id of
 * the cluster, then the ports for clients of all brokers and those of their controllers.
 */
final class ClusterBroker {
    private static final int FIRST_PORT = 3;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";

    private ClusterBroker() {}

    public static void main(String... arguments) throws IOException {
        int number = Integer.parseInt(arguments[0]);
        List<String> ports = List.of(arguments).subList(FIRST_PORT, arguments.length);
        int brokers = ports.size() / 2;
        Path folder = Path.of(arguments[1]);
        BrokerStorage storage = new BrokerStorage(number, List.of(folder.toString()), folder.toString(), CONTROLLER);
        if (!storage.isFormatted()) {
            storage.format(arguments[2]);
        }
        Map<String, Object> settings = new HashMap<>(copies(brokers));
        settings.putAll(network(number, ports.subList(0, brokers), ports.subList(brokers, ports.size())));
        settings.put("log.dirs", folder.toString());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        Program.ready(String.valueOf(number));
        server.shutdown();
        server.awaitShutdown();
        System.exit(0);
    }

    private static Map<String, String> network(int number, List<String> clients, List<String> controllers) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(number),
                "controller.quorum.voters",
                IntStream.rangeClosed(1, controllers.size())
                        .mapToObj(voter -> voter + "@" + LOOPBACK + ":" + controllers.get(voter - 1))
                        .collect(Collectors.joining(",")),
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "PLAINTEXT://%1$s:%2$s,%3$s://%1$s:%4$s"
                        .formatted(LOOPBACK, clients.get(number - 1), CONTROLLER, controllers.get(number - 1)));
    }

    /** As operations.md asks of three: everything as often as there are brokers, acknowledged by all but one. */
    private static Map<String, String> copies(int brokers) {
        String all = String.valueOf(brokers);
        String most = String.valueOf(brokers - 1);
        Map<String, String> settings = new HashMap<>();
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", all);
        settings.put("min.insync.replicas", most);
        settings.put("offsets.topic.replication.factor", all);
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", all);
        settings.put("transaction.state.log.min.isr", most);
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", all);
        settings.put("share.coordinator.state.topic.min.isr", most);
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
