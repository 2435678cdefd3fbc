package io.casewire.serving.start;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a service. */
public final class ServiceApplication {
    private ServiceApplication() {}

    /**
     * The service with its own configuration, to be run alone or beside others in one JVM, where all share the class path.
     *
     * @param configuration name of its file, such as {@code catalog} for {@code catalog.yaml}
     */
    public static SpringApplicationBuilder of(Class<?> application, String configuration) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=" + configuration);
    }
}
