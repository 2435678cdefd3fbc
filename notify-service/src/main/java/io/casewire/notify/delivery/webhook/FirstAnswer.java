package io.casewire.notify.delivery.webhook;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Hands the answer from the client's event loop to the thread that waits for it. It keeps nothing of the client's, so one that comes too late needs no freeing. */
final class FirstAnswer implements Subscriber<HttpResponse<?>> {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

    Answer get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(timeout, unit);
    }

    /** Nobody waits any more: cancels what is under way. */
    void abandon() {
        Subscription current = subscription.getAndSet(null);
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription.set(started);
        started.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> response) {
        answer.complete(new Answer(response.code(), response.getHeaders().get("retry-after"), body(response)));
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        answer.completeExceptionally(new IllegalStateException("The exchange ended without an answer."));
    }

    // an AnswerReader has made it short and whole
    private static byte[] body(HttpResponse<?> response) {
        if (!(response instanceof ByteBodyHttpResponse<?> whole)) {
            return new byte[0];
        }
        try (whole) {
            return whole.byteBody() instanceof AvailableByteBody available ? available.toByteArray() : new byte[0];
        }
    }

    /**
     * What came.
     *
     * @param retryAfter the header of that name; null where there is none
     * @param body its beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Answer(int status, @Nullable String retryAfter, byte[] body) {}
}
