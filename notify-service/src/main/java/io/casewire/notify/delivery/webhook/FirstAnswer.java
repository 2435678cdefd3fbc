package io.casewire.notify.delivery.webhook;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Hands the answer from the client's event loop to the thread that waits for it, and lets go of one that comes too late. */
final class FirstAnswer implements Subscriber<HttpResponse<?>> {
    private final CompletableFuture<HttpResponse<?>> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

    HttpResponse<?> get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(timeout, unit);
    }

    /** Nobody waits any more: cancels what is under way and frees what came. */
    void abandon() {
        Subscription current = subscription.getAndSet(null);
        if (current != null) {
            current.cancel();
        }
        answer.cancel(false);
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            free(answer.join());
        }
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription.set(started);
        started.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> response) {
        if (!answer.complete(response)) {
            free(response);
        }
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        answer.completeExceptionally(new IllegalStateException("The exchange ended without an answer"));
    }

    private static void free(HttpResponse<?> response) {
        if (response instanceof ByteBodyHttpResponse<?> whole) {
            whole.close();
        }
    }
}
