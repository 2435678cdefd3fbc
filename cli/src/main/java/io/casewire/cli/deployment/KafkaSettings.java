package io.casewire.cli.deployment;

import io.casewire.cli.external.ExternalAddress;
import java.util.Map;
import java.util.Optional;

/** Kafka's side of a deployment: the broker, who administers it, and how a service signs in. */
final class KafkaSettings {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";
    private static final String ADMIN = "admin";

    /**
     * Other systems come by TLS and sign in with SCRAM-SHA-256. The services' accounts know SHA-512 only and the
     * administrator's is no SCRAM account at all, so that neither lets anybody in from outside, whatever became of its password.
     */
    private static final String EXTERNAL = """
            listener.name.external.sasl.enabled.mechanisms=SCRAM-SHA-256
            listener.name.external.scram-sha-256.sasl.jaas.config=%s
            listener.name.external.ssl.keystore.type=PEM
            listener.name.external.ssl.keystore.location=/mnt/shared/config/external.pem
            listener.name.external.ssl.enabled.protocols=TLSv1.3,TLSv1.2
            listener.name.external.ssl.client.auth=none
            listener.name.external.max.connections=1000
            """.formatted(SCRAM.strip() + ";");

    private KafkaSettings() {}

    /**
     * One broker that is its own controller. Services sign in with SCRAM on port 9092; the administrator, who makes their
     * accounts, with a password from this file on port 9094.
     *
     * @param external where other systems find it; absent: they do not
     */
    static String broker(String adminPassword, Optional<ExternalAddress> external) {
        String adminLogin = PLAIN
                + "username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                        .formatted(ADMIN, adminPassword, ADMIN, adminPassword);
        String listeners = external.isPresent() ? ",EXTERNAL://0.0.0.0:" + ExternalAddress.DEFAULT_PORT : "";
        String advertised = external.map(address -> ",EXTERNAL://" + address).orElse("");
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:9093
                listeners=CLIENT://0.0.0.0:9092,ADMIN://0.0.0.0:9094,CONTROLLER://127.0.0.1:9093%s
                advertised.listeners=CLIENT://kafka:9092,ADMIN://kafka:9094%s
                listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,ADMIN:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT,\
                EXTERNAL:SASL_SSL
                inter.broker.listener.name=ADMIN
                controller.listener.names=CONTROLLER
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.client.sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.client.scram-sha-512.sasl.jaas.config=%s
                listener.name.admin.sasl.enabled.mechanisms=PLAIN
                listener.name.admin.plain.sasl.jaas.config=%s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:%s
                allow.everyone.if.no.acl.found=false
                log.dirs=/var/lib/kafka/data
                # topics come from the registry
                auto.create.topics.enable=false
                # one broker: one copy of everything; a cluster raises these to 3, 3 and 2
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                min.insync.replicas=1
                offsets.topic.num.partitions=8
                transaction.state.log.num.partitions=8
                group.initial.rebalance.delay.ms=500
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=500
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(listeners, advertised, SCRAM.strip() + ";", adminLogin, adminLogin, ADMIN)
                + external.map(_ -> EXTERNAL).orElse("");
    }

    /** A client configuration of the administrator. */
    static String admin(String password) {
        return """
                bootstrap.servers=kafka:9094
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=%susername="%s" password="%s";
                """.formatted(PLAIN, ADMIN, password);
    }

    /** Properties of a service, one a file, as Spring's configuration tree reads them. */
    static Map<String, String> service(String name, String password) {
        return Map.of(
                "spring.kafka.properties.security.protocol",
                "SASL_PLAINTEXT",
                "spring.kafka.properties.sasl.mechanism",
                "SCRAM-SHA-512",
                "spring.kafka.properties.sasl.jaas.config",
                SCRAM + "username=\"%s\" password=\"%s\";".formatted(name, password));
    }
}
