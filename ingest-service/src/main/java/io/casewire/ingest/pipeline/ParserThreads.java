package io.casewire.ingest.pipeline;

import io.casewire.parsing.ParsedDocument;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Runs the parser on platform threads of its own, few at a time and each within a time limit. A file that exhausts the
 * stack or the heap costs its own run, nobody else's.
 */
@Component("parserThreads")
public class ParserThreads implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ParserThreads.class);

    private final Parsing parsing;
    private final ParsingSettings settings;
    private final Semaphore free;
    private final AtomicInteger runaways = new AtomicInteger();

    ParserThreads(Parsing parsing, ParsingSettings settings) {
        this.parsing = parsing;
        this.settings = settings;
        this.free = new Semaphore(settings.threads(), true);
    }

    /**
     * Parses when a thread is free.
     *
     * @throws InterruptedException when the service stops; nothing is known of the file then
     */
    public ParseOutcome parse(byte[] bytes, String name) throws InterruptedException {
        return run(name, () -> parsing.parse(bytes, name));
    }

    /** The same for another way to parse. */
    ParseOutcome run(String name, Callable<ParsedDocument> parse) throws InterruptedException {
        free.acquire();
        try {
            FutureTask<ParsedDocument> run = new FutureTask<>(parse);
            Thread thread =
                    new Thread(null, run, "parser-" + name, settings.stackSize().toBytes());
            thread.setDaemon(true);
            thread.start();
            return await(run, thread);
        } finally {
            free.release();
        }
    }

    /** Down when too many threads ran away: only a new process gets rid of them. */
    @Override
    public Health health() {
        int count = runaways.get();
        return (count > settings.maxRunaways() ? Health.down() : Health.up())
                .withDetail("runaways", count)
                .build();
    }

    private ParseOutcome await(FutureTask<ParsedDocument> run, Thread thread) throws InterruptedException {
        try {
            return new ParseOutcome.Done(run.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            run.cancel(true);
            watch(thread);
            return new ParseOutcome.TimedOut();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new ParseOutcome.Crashed(cause == null ? e : cause);
        } catch (InterruptedException e) {
            run.cancel(true);
            throw e;
        }
    }

    private void watch(Thread thread) {
        runaways.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                thread.join();
                runaways.decrementAndGet();
            } catch (InterruptedException _) {
                LOG.debug("No longer watching {}", thread.getName());
                Thread.currentThread().interrupt();
            }
        });
    }
}
