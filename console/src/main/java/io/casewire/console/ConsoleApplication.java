package io.casewire.console;

import io.casewire.serving.start.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The console: the page for people and the gateway to the services. It keeps no state of its own and holds no rights. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ConsoleApplication {
    /** The console with its own configuration, {@code console.yaml}. */
    public static SpringApplicationBuilder builder() {
        return ServiceApplication.of(ConsoleApplication.class, "console");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
