package io.casewire.benchmarks.program;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends a program in the middle of its work: once the store has answered so many of its writes, before anything follows from the last of
 * them. Writes count from when the program is ready.
 */
public final class CrashPoint implements CommandListener {
    private static final String SETTING = "bench.crash-after-writes";
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");
    private static final int KILLED = 137;

    private static volatile boolean armed;

    private final AtomicInteger left;

    private CrashPoint(int writes) {
        this.left = new AtomicInteger(writes);
    }

    /** What a program is told, as on a command line, that is to end after so many writes. */
    public static String after(int writes) {
        return "--" + SETTING + "=" + writes;
    }

    /** In a program that is starting: has it end where it was told to. */
    public static void register(ConfigurableApplicationContext starting) {
        @Nullable Integer writes = starting.getEnvironment().getProperty(SETTING, Integer.class);
        if (writes != null) {
            MongoClientSettingsBuilderCustomizer listening =
                    settings -> settings.addCommandListener(new CrashPoint(writes));
            starting.getBeanFactory().registerSingleton("crashPoint", listening);
        }
    }

    static void arm() {
        armed = true;
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (armed && WRITES.contains(event.getCommandName()) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
