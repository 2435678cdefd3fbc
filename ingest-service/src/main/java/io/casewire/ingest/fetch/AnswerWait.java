package io.casewire.ingest.fetch;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Hands an answer from the client's event loop to the thread that waits for it; one that comes too late is closed. */
final class AnswerWait implements Subscriber<HttpResponse<?>> {
    private final CompletableFuture<WebAnswer> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
    private final long deadline;
    private final Duration limit;

    /** @param deadline by {@link System#nanoTime} */
    AnswerWait(long deadline, Duration limit) {
        this.deadline = deadline;
        this.limit = limit;
    }

    WebAnswer get() throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | TimeoutException e) {
            abandon();
            throw e;
        }
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription.set(started);
        started.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> response) {
        Map<String, String> headers = WebAnswer.lookedAt(response.getHeaders());
        boolean packed = headers.containsKey("content-encoding");
        BodyStream body = new BodyStream(deadline, limit, packed ? -1 : WebAnswer.length(headers));
        if (response instanceof ByteBodyHttpResponse<?> streamed) {
            streamed.byteBody().toByteArrayPublisher().subscribe(body);
        } else {
            body.onComplete();
        }
        if (!answer.complete(new WebAnswer(response.code(), headers, body))) {
            body.close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        answer.completeExceptionally(new IllegalStateException("The exchange ended without an answer."));
    }

    private void abandon() {
        if (!answer.cancel(false) && answer.state() == Future.State.SUCCESS) {
            answer.resultNow().close();
        }
        Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }
}
