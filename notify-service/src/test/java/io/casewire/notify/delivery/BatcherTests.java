package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which questions share a batch, and whom its answers and failures reach. */
@Timeout(60)
class BatcherTests {
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        askers.close();
    }

    @Test
    void asksAloneWhatComesAlone() {
        Batcher<Integer, String> batcher = batcher(10, some -> texts(some));

        assertThat(batcher.ask(1)).isEqualTo("1");
        assertThat(batcher.ask(2)).isEqualTo("2");
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void asksTogetherWhatComesWhileABatchIsUnderWay() throws Exception {
        // Scenario: ten questions come while the first is being answered, four fit into a batch. Expected: three more
        // batches, and everybody gets the own answer.
        CountDownLatch go = new CountDownLatch(1);
        Batcher<Integer, String> batcher = batcher(4, some -> {
            awaitQuietly(go);
            return texts(some);
        });
        Future<String> first = askers.submit(() -> batcher.ask(0));
        await().until(() -> batches.size() == 1);
        List<CompletableFuture<String>> others = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            int question = i;
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread asker = Thread.ofVirtual().start(() -> answer.complete(batcher.ask(question)));
            others.add(answer);
            await().until(() -> asker.getState() == Thread.State.WAITING);
        }

        go.countDown();

        assertThat(first.get()).isEqualTo("0");
        assertThat(others.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList());
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7, 8), List.of(9, 10));
    }

    @Test
    void tellsOfAFailureOnlyThoseOfTheBatch() {
        Batcher<Integer, String> batcher = batcher(10, some -> {
            if (some.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return texts(some);
        });

        assertThatThrownBy(() -> batcher.ask(13))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unlucky");
        assertThat(batcher.ask(14)).isEqualTo("14");
    }

    @Test
    void waitsForTheAnswerThoughInterruptedAndStaysSo() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Batcher<Integer, String> batcher = batcher(10, some -> {
            awaitQuietly(go);
            return texts(some);
        });
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread asker = Thread.ofVirtual().start(() -> {
            answer.complete(batcher.ask(1));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        await().until(() -> batches.size() == 1);

        asker.interrupt();
        assertThat(answer).isNotDone();
        go.countDown();

        assertThat(answer.get()).isEqualTo("1");
        assertThat(interrupted.get()).isTrue();
    }

    private Batcher<Integer, String> batcher(int max, Function<List<Integer>, List<String>> answers) {
        return new Batcher<>("batches", max, Duration.ZERO, some -> {
            batches.add(some);
            return answers.apply(some);
        });
    }

    private static List<String> texts(List<Integer> some) {
        return some.stream().map(String::valueOf).toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
