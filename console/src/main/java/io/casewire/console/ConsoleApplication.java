package io.casewire.console;

import io.casewire.console.contracts.ContractFiles;
import io.casewire.serving.start.ServiceApplication;
import java.io.IOException;
import java.nio.file.Path;
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

    /** Serves; with {@code contracts DIR} it writes what other systems build on into that folder instead. */
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("contracts")) {
            ContractFiles.ofThisBuild().writeTo(Path.of(args[1]));
            return;
        }
        builder().run(args);
    }
}
