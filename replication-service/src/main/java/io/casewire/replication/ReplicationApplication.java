package io.casewire.replication;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The replication service, alone or as one of several in a JVM. */
@SpringBootApplication
public class ReplicationApplication {
    /** Starts it alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service with its own configuration file, {@code replication.yaml}. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ReplicationApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=replication");
    }
}
