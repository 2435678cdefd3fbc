package io.casewire.benchmarks.notify;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.client.RawHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What one would write by hand: the same body posted over and over by Micronaut's client, unsigned, kept nowhere. */
final class BareLoop implements AutoCloseable {
    private final RawHttpClient client = RawHttpClient.create(null);
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final URI address;
    private final Semaphore places;

    /** @param connections used at once */
    BareLoop(URI address, int connections) {
        this.address = address;
        this.places = new Semaphore(connections);
    }

    /** Posts it so many times; the last may still be under way. */
    void post(String body, int times) throws InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            places.acquire();
            client.exchange(
                            HttpRequest.create(HttpMethod.POST, address.toString())
                                    .header("content-type", "application/json"),
                            bodies.adapt(bytes),
                            null)
                    .subscribe(new Place());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private final class Place implements Subscriber<HttpResponse<?>> {
        @Override
        public void onSubscribe(Subscription started) {
            started.request(1);
        }

        @Override
        public void onNext(HttpResponse<?> answer) {
            if (answer instanceof ByteBodyHttpResponse<?> whole) {
                whole.close();
            }
        }

        @Override
        public void onError(Throwable failure) {
            places.release();
        }

        @Override
        public void onComplete() {
            places.release();
        }
    }
}
