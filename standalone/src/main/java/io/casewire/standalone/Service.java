package io.casewire.standalone;

import io.casewire.catalog.CatalogApplication;
import io.casewire.ingest.IngestApplication;
import io.casewire.notify.NotifyApplication;
import io.casewire.replication.ReplicationApplication;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the applications that share this JVM.
 *
 * @param name of the service, and of its database and its path under {@code /api}
 * @param application reads its configuration from a file of its own name
 * @param ownArguments what only this service has to be told
 */
record Service(
        String name,
        Supplier<SpringApplicationBuilder> application,
        Function<StartOptions, List<String>> ownArguments) {
    static List<Service> all() {
        return List.of(
                new Service("ingest", IngestApplication::builder, Service::ingestArguments),
                new Service("catalog", CatalogApplication::builder, Service::catalogArguments),
                new Service("replication", ReplicationApplication::builder, _ -> List.of()),
                new Service("notify", NotifyApplication::builder, Service::notifyArguments));
    }

    private static List<String> ingestArguments(StartOptions options) {
        return options.inbox() == null ? List.of() : List.of("--casewire.ingest.inbox.folder=" + options.inbox());
    }

    private static List<String> catalogArguments(StartOptions options) {
        return List.of("--casewire.catalog.index.directory=" + options.data().resolve("catalog-index"));
    }

    // the demonstration's receiver listens on loopback, where messages are never sent unless the operator allows it
    private static List<String> notifyArguments(StartOptions options) {
        return options.demo()
                ? List.of("--casewire.notify.allowed-networks=127.0.0.1/32", "--casewire.notify.allow-http=true")
                : List.of();
    }
}
