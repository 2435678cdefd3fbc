package io.casewire.benchmarks.replication;

import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Requests to a replication service on loopback. */
final class LedgerRequests {
    private static final String API = "/api/replication/v1";
    private static final long FAILED = -1;
    private static final double NANOS_A_MILLI = 1e6;

    private final URI base;
    private final String token;
    private final AddressedCases cases;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /**
     * Requests to the service on that port.
     *
     * @param folder in which its identity lies
     */
    LedgerRequests(String port, Path folder, AddressedCases cases) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.token = TokenIssuer.in(folder.resolve("identity"))
                .mint(new Caller("bench", Set.of(Role.OPERATOR), null, null), Duration.ofHours(12));
        this.cases = cases;
    }

    /** Commands to the store, and documents it gave, for one answer. */
    record Asked(long commands, long documents) {
        @Override
        public String toString() {
            return commands + " / " + documents;
        }
    }

    /**
     * How long steps took from the moment they were due, in milliseconds.
     *
     * @param taken those answered with 200
     */
    record Latency(long taken, long failed, double p50, double p99) {}

    /** What answers of fixed length ask for. */
    Map<String, Asked> reads() throws IOException, InterruptedException {
        String region = cases.regions().getFirst();
        Map<String, Asked> reads = new LinkedHashMap<>();
        for (String path : List.of(
                "/matrix?size=1",
                "/statistics",
                "/statistics?by=region&level=prefecture",
                "/counts",
                "/regions/comparison?level=prefecture",
                "/adoption/curve?level=prefecture",
                "/regions/" + region + "/ledger?size=1")) {
            Asked before = asked();
            get(API + path);
            Asked after = asked();
            reads.put(path, new Asked(after.commands() - before.commands(), after.documents() - before.documents()));
        }
        return reads;
    }

    /** Lets regions acknowledge their obligations, one after the other, each once. */
    Latency steps(int rate, int seconds, int ofCases) throws InterruptedException {
        int number = (int)
                Math.min((long) rate * seconds, (long) ofCases * cases.regions().size());
        long[] nanos = new long[number];
        CompletableFuture<?>[] answers = new CompletableFuture<?>[number];
        long begin = System.nanoTime();
        for (int i = 0; i < number; i++) {
            long at = begin + TimeUnit.SECONDS.toNanos(1) * i / rate;
            Thread.sleep(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
            answers[i] = take(i, at, nanos);
        }
        CompletableFuture.allOf(answers).join();
        long[] taken =
                LongStream.of(nanos).filter(one -> one != FAILED).sorted().toArray();
        return new Latency(taken.length, number - taken.length, percentile(taken, 0.5), percentile(taken, 0.99));
    }

    private CompletableFuture<?> take(int step, long at, long[] nanos) {
        int regions = cases.regions().size();
        String id = cases.obligation(step / regions, cases.regions().get(step % regions))
                .value();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(API + "/obligations/" + id + "/transitions"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"NOT_STARTED\"}"))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((answer, failure) -> {
            nanos[step] = failure == null && answer.statusCode() == 200 ? System.nanoTime() - at : FAILED;
            return nanos[step];
        });
    }

    private static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            throw new NotMeasured("no step was taken");
        }
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / NANOS_A_MILLI;
    }

    private Asked asked() throws IOException, InterruptedException {
        String metrics = get("/actuator/prometheus");
        return new Asked(counter(metrics, ReplicationProgram.COMMANDS), counter(metrics, ReplicationProgram.DOCUMENTS));
    }

    private static long counter(String metrics, String name) {
        Matcher told = Pattern.compile("(?m)^" + name.replace('.', '_') + "_total(?:\\{.*})? ([0-9.E+]+)$")
                .matcher(metrics);
        return told.find() ? (long) Double.parseDouble(told.group(1)) : 0;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new NotMeasured(path + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
