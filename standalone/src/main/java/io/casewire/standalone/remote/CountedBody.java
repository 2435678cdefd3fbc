package io.casewire.standalone.remote;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** A file as the body of a request, which tells how many of its bytes have been handed to the connection. */
final class CountedBody implements BodyPublisher {
    private final BodyPublisher file;
    private final LongConsumer sent;

    private CountedBody(BodyPublisher file, LongConsumer sent) {
        this.file = file;
        this.sent = sent;
    }

    /** @param sent is told the bytes handed over so far, on a thread of the client */
    static CountedBody of(Path file, LongConsumer sent) throws FileNotFoundException {
        return new CountedBody(BodyPublishers.ofFile(file), sent);
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        file.subscribe(new Counting(subscriber, sent));
    }

    private static final class Counting implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> next;
        private final LongConsumer sent;
        private long bytes;

        private Counting(Subscriber<? super ByteBuffer> next, LongConsumer sent) {
            this.next = next;
            this.sent = sent;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            bytes += piece.remaining();
            next.onNext(piece);
            sent.accept(bytes);
        }

        @Override
        public void onError(Throwable problem) {
            next.onError(problem);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
