package io.casewire.standalone;

import io.casewire.replication.ReplicationApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the applications that share this JVM.
 *
 * @param name of the service, and of its database and its path under {@code /api}
 * @param application reads its configuration from a file of its own name
 * @param ownArguments what only this service has to be told, given the data directory
 */
record Service(String name, Supplier<SpringApplicationBuilder> application, Function<Path, List<String>> ownArguments) {
    static List<Service> all() {
        return List.of(new Service("replication", ReplicationApplication::builder, _ -> List.of()));
    }
}
