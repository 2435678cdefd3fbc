package io.casewire.cli.token;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.RunningInstance;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code casewire login}: prints a link that signs a person in at the console, once. */
@Command(
        name = "login",
        description = {
            "Print a link that signs a person in at the console's page. It works once and for ten minutes, and shows who it"
                    + " signs in before it does: hand it to that person alone.",
            "The session is a token as casewire token prints, with the same options; token list shows it and token revoke"
                    + " ends it. Exit status 1: the keys cannot be used."
        })
public final class LoginCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Person person = new Person();

    @Option(names = "--hours", paramLabel = "HOURS", description = "How long the session lasts: 1 to 24 (default: 8).")
    private @Nullable Integer hours;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The console's address as that person reaches it (default: that of the running instance, or"
                    + " http://127.0.0.1:8080).")
    private @Nullable String url;

    public LoginCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        person.requireRegionThatIs();
        List<String> words = new ArrayList<>(List.of("login"));
        words.addAll(person.words());
        if (hours != null) {
            words.add("--ttl=" + Math.max(hours, 0) + "h");
        }
        String address = url == null
                ? RunningInstance.consoleOf(data.path()).map(URI::toString).orElse(null)
                : url;
        if (address != null) {
            words.add("--url=" + address);
        }
        words.add("--data=" + data.path());
        return io.casewire.identity.local.TokenCommand.run(words.toArray(String[]::new), out, err);
    }
}
