package io.casewire.replication;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.serving.start.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The replication service, alone or as one of several in a JVM. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReplicationApplication {
    /** The service with its own configuration, {@code replication.yaml}. */
    public static SpringApplicationBuilder builder() {
        return ServiceApplication.of(ReplicationApplication.class, "replication");
    }

    /** Starts it alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    @Bean
    Gazetteer gazetteer() {
        return Gazetteer.standard();
    }
}
