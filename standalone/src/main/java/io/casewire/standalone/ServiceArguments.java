package io.casewire.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service is told here instead of what its own configuration says, as command line arguments of the highest rank. */
final class ServiceArguments {
    private static final String STOPS_WITHIN = "8s";
    private static final Duration CONSUMERS_MISSED_AFTER = Duration.ofSeconds(6);

    private ServiceArguments() {}

    /** For a service behind the console: any free port. */
    static String[] of(Service service, StartOptions options, Wire wire) {
        List<String> arguments = common(options.data(), 0);
        arguments.add("--management.health.diskspace.path=" + options.data());
        arguments.add("--management.health.diskspace.threshold="
                + options.diskReserve().toBytes() + "B");
        arguments.add("--spring.kafka.bootstrap-servers=" + wire.kafka().bootstrapServers());
        wire.kafka()
                .clientSettings()
                .forEach((name, value) -> arguments.add("--spring.kafka.properties[" + name + "]=" + value));
        arguments.add("--spring.mongodb.uri=" + wire.store().connectionString(service.name()));
        // after a kill the broker waits for the consumers of before; on one machine 45 seconds is too long
        arguments.add("--spring.kafka.consumer.properties[session.timeout.ms]=" + CONSUMERS_MISSED_AFTER.toMillis());
        arguments.add("--spring.kafka.consumer.properties[heartbeat.interval.ms]="
                + CONSUMERS_MISSED_AFTER.dividedBy(3).toMillis());
        arguments.addAll(service.ownArguments().apply(options));
        return arguments.toArray(String[]::new);
    }

    /** @param routes service name to address */
    static String[] ofConsole(StartOptions options, Map<String, URI> routes) {
        List<String> arguments = common(options.data(), options.port());
        routes.forEach((name, address) -> arguments.add("--casewire.routes." + name + "=" + address));
        return arguments.toArray(String[]::new);
    }

    private static List<String> common(Path data, int port) {
        return new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--casewire.identity.directory=" + data.resolve("identity"),
                // an open stream of events would otherwise hold up the stop for as long as it likes
                "--spring.lifecycle.timeout-per-shutdown-phase=" + STOPS_WITHIN,
                "--spring.jmx.enabled=false",
                "--spring.main.banner-mode=off"));
    }
}
