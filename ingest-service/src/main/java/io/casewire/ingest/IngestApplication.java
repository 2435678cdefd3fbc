package io.casewire.ingest;

import io.casewire.serving.start.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The ingest service: documents come in over HTTP, records go out on Kafka. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IngestApplication {
    /** The service with its own configuration, {@code ingest.yaml}. */
    public static SpringApplicationBuilder builder() {
        return ServiceApplication.of(IngestApplication.class, "ingest");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
