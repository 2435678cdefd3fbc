package io.casewire.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a broker that is alone on a small machine needs to be told: one copy of everything, no waiting for others, few threads,
 * small buffers.
 *
 * @param port of the listener for clients
 * @param properties as in Kafka's {@code server.properties}
 */
record BrokerSettings(int port, Map<String, Object> properties) {
    static final String LOOPBACK = "127.0.0.1";
    static final int NODE_ID = 1;
    /** Kafka's name for connections without encryption, which loopback needs none of, but with accounts. */
    static final String SECURED = "SASL_PLAINTEXT";

    private static final String OPEN = "PLAINTEXT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    BrokerSettings {
        properties = Map.copyOf(properties);
    }

    /**
     * Settings for the given port, or for a free one for 0; the controller always gets a free one, as nobody else speaks to it.
     *
     * @throws PortInUse when the given port is taken
     */
    static BrokerSettings of(Path directory, int port, DiskSpace space, @Nullable Access access) {
        int clients = LoopbackPort.free(port);
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(network(clients, LoopbackPort.free(0), access == null ? OPEN : SECURED));
        properties.putAll(alone());
        properties.putAll(small());
        properties.putAll(rights(space, access));
        properties.put("log.dirs", directory.toString());
        return new BrokerSettings(clients, properties);
    }

    private static Map<String, String> network(int clients, int controller, String protocol) {
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
                protocol,
                "listener.security.protocol.map",
                "%1$s:%1$s,%2$s:%1$s".formatted(protocol, CONTROLLER_LISTENER),
                "listeners",
                "%s://%s:%d,%s://%s:%d"
                        .formatted(protocol, LOOPBACK, clients, CONTROLLER_LISTENER, LOOPBACK, controller));
    }

    private static Map<String, Object> rights(DiskSpace space, @Nullable Access access) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("authorizer.class.name", BrokerAuthorizer.class.getName());
        settings.put(BrokerAuthorizer.DISK_SPACE, space);
        // whom the authorizer lets do everything, before it has read any rules too
        settings.put("super.users", "User:" + (access == null ? "ANONYMOUS" : Access.USER));
        if (access != null) {
            // for the instance itself, that its account needs no entry in the log that it guards
            String instance = "%s user_%s=\"%s\";".formatted(access.jaas(), Access.USER, access.password());
            settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
            settings.put("sasl.mechanism.controller.protocol", "PLAIN");
            settings.put("listener.name.sasl_plaintext.plain.sasl.jaas.config", instance);
            settings.put("listener.name.controller.plain.sasl.jaas.config", instance);
            settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
            // for other systems, whose accounts are made while it runs
            settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256");
            settings.put(
                    "listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
        return settings;
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
        // twice a second unless told, which wears out a disk and its last room for nobody
        settings.put("metadata.max.idle.interval.ms", "5000");
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
