package io.casewire.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a broker that is alone on a small machine needs to be told: one copy of everything, no waiting for others, few threads,
 * small buffers.
 *
 * @param port of the listener for clients
 * @param properties as in Kafka's {@code server.properties}
 */
record BrokerSettings(int port, Map<String, String> properties) {
    static final String LOOPBACK = "127.0.0.1";
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    BrokerSettings {
        properties = Map.copyOf(properties);
    }

    /**
     * Settings for the given port, or for a free one for 0; the controller always gets a free one, as nobody else speaks to it.
     *
     * @throws PortInUse when the given port is taken
     */
    static BrokerSettings of(Path directory, int port) {
        int clients = LoopbackPort.free(port);
        Map<String, String> properties = new HashMap<>();
        properties.putAll(network(clients, LoopbackPort.free(0)));
        properties.putAll(alone());
        properties.putAll(small());
        properties.put("log.dirs", directory.toString());
        return new BrokerSettings(clients, properties);
    }

    private static Map<String, String> network(int clients, int controller) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + LOOPBACK + ":" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d".formatted(LOOPBACK, clients, CONTROLLER_LISTENER, LOOPBACK, controller));
    }

    private static Map<String, String> alone() {
        Map<String, String> settings = new HashMap<>();
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // a group of one process has nobody to wait for
        settings.put("group.initial.rebalance.delay.ms", "0");
        // after a kill the controller takes the broker of before for alive this long, and the new one waits (9 s unless
        // told)
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }

    private static Map<String, String> small() {
        Map<String, String> settings = new HashMap<>();
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        // 128 MB unless told; the only compacted topics here are Kafka's own small ones
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        settings.put("log.cleaner.io.buffer.size", String.valueOf(256 << 10));
        // every open segment preallocates two index files of this size
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        settings.put("offsets.topic.segment.bytes", String.valueOf(16 << 20));
        return settings;
    }
}
