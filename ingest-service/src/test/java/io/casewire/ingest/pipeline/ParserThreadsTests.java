package io.casewire.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.ingest.LineParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class ParserThreadsTests {
    private static final Duration LIMIT = Duration.ofMillis(300);

    @Test
    void aFileThatIsNestedTooDeeplyFailsAlone() throws InterruptedException {
        ParserThreads threads = threads(new LineParser());

        assertThat(parse(threads, "overflow"))
                .isInstanceOfSatisfying(ParseOutcome.Crashed.class, crashed -> assertThat(crashed.cause())
                        .isInstanceOf(StackOverflowError.class));
        assertThat(parse(threads, "title|好")).isInstanceOf(ParseOutcome.Done.class);
    }

    @Test
    void aFileThatNeedsTooMuchMemoryFailsAlone() throws InterruptedException {
        ParserThreads threads = threads(new LineParser());

        assertThat(parse(threads, "outofmemory"))
                .isInstanceOfSatisfying(ParseOutcome.Crashed.class, crashed -> assertThat(crashed.cause())
                        .isInstanceOf(OutOfMemoryError.class));
    }

    @Test
    void aFileThatTakesTooLongIsStopped() throws InterruptedException {
        assertThat(parse(threads(new LineParser()), "sleep")).isInstanceOf(ParseOutcome.TimedOut.class);
    }

    @Test
    void threadsThatCannotBeStoppedMakeTheServiceReportItselfBroken() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        ParserThreads threads = threads((bytes, name) -> {
            awaitDeafly(end);
            return new LineParser().parse(bytes, name);
        });
        parse(threads, "one");
        parse(threads, "two");
        assertThat(threads.health().getStatus()).isEqualTo(Status.UP);

        parse(threads, "three");

        assertThat(threads.health().getStatus()).isEqualTo(Status.DOWN);
        end.countDown();
    }

    private static void awaitDeafly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException _) {
                // what makes it a runaway
            }
        }
    }

    private static ParserThreads threads(Parsing parsing) {
        return new ParserThreads(parsing, new ParsingSettings(1, LIMIT, DataSize.ofMegabytes(1), 2, null));
    }

    private static ParseOutcome parse(ParserThreads threads, String text) throws InterruptedException {
        return threads.parse(text.getBytes(StandardCharsets.UTF_8), "a.txt");
    }
}
