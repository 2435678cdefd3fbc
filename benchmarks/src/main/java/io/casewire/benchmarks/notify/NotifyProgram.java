package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.program.CrashPoint;
import io.casewire.benchmarks.program.Program;
import io.casewire.notify.NotifyApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Notify as it is, that may send to loopback. Arguments: broker, store, folder, then settings as on a command line. */
public final class NotifyProgram {
    private static final int FIRST_SETTING = 3;

    private NotifyProgram() {}

    public static void main(String... arguments) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--logging.structured.format.console=",
                "--spring.kafka.bootstrap-servers=" + arguments[0],
                "--spring.mongodb.uri=" + arguments[1] + "/" + NotifyWorld.DATABASE,
                "--casewire.identity.directory=" + arguments[2] + "/identity",
                "--casewire.identity.open-probes=true",
                "--casewire.rate-limit.enabled=false",
                "--casewire.notify.allow-http=true",
                "--casewire.notify.allowed-networks=127.0.0.1/32",
                "--casewire.notify.webhook.unverified-hosts=127.0.0.1"));
        settings.addAll(Arrays.asList(arguments).subList(FIRST_SETTING, arguments.length));
        try (ConfigurableApplicationContext context =
                NotifyApplication.builder().initializers(CrashPoint::register).run(settings.toArray(String[]::new))) {
            Program.ready(context.getEnvironment().getRequiredProperty("local.server.port"));
        }
        System.exit(0);
    }
}
