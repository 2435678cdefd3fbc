package io.casewire.catalog;

import io.casewire.serving.start.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The catalogue as a service. */
@SpringBootApplication(proxyBeanMethods = false)
public class CatalogApplication {
    /** The service with its own configuration, {@code catalog.yaml}. */
    public static SpringApplicationBuilder builder() {
        return ServiceApplication.of(CatalogApplication.class, "catalog");
    }

    /** Runs the service alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
