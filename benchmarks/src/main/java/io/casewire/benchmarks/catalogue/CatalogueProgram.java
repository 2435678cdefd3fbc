package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.program.CrashPoint;
import io.casewire.benchmarks.program.Program;
import io.casewire.catalog.CatalogApplication;
import io.casewire.messaging.EventListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The catalogue as it is, but with some of its listeners only, so that what each costs can be told apart. Arguments: broker, store, folder,
 * how soon what is stored can be found, then settings as on a command line and the beans of the listeners it keeps.
 */
public final class CatalogueProgram {
    /** The setting that says where its search index lies; two catalogues cannot share one. */
    public static final String INDEX = "--casewire.catalog.index.directory=";

    private static final int FIRST_OF_MORE = 4;

    private CatalogueProgram() {}

    public static void main(String... arguments) throws IOException {
        List<String> more = List.of(arguments).subList(FIRST_OF_MORE, arguments.length);
        Set<String> kept = more.stream().filter(word -> !word.startsWith("--")).collect(Collectors.toUnmodifiableSet());
        List<String> settings = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--logging.structured.format.console=",
                "--spring.kafka.bootstrap-servers=" + arguments[0],
                "--spring.mongodb.uri=" + arguments[1] + "/catalog",
                "--casewire.identity.directory=" + arguments[2] + "/identity",
                "--casewire.identity.open-probes=true",
                "--casewire.catalog.index.refresh=" + arguments[3]));
        more.stream().filter(word -> word.startsWith("--")).forEach(settings::add);
        if (more.stream().noneMatch(word -> word.startsWith(INDEX))) {
            settings.add(INDEX + arguments[2] + "/index");
        }
        try (ConfigurableApplicationContext context = CatalogApplication.builder()
                .initializers(
                        starting -> starting.addBeanFactoryPostProcessor(beans -> keepOnly(kept, beans)),
                        CrashPoint::register)
                .run(settings.toArray(String[]::new))) {
            Program.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        System.exit(0);
    }

    private static void keepOnly(Set<String> kept, ConfigurableListableBeanFactory beans) {
        List<String> listeners = List.of(beans.getBeanNamesForType(EventListener.class, true, false));
        if (!listeners.containsAll(kept)) {
            throw new IllegalArgumentException("The catalogue's listeners are " + listeners + ", not " + kept);
        }
        for (String listener : listeners) {
            if (!kept.isEmpty() && !kept.contains(listener)) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(listener);
            }
        }
    }
}
