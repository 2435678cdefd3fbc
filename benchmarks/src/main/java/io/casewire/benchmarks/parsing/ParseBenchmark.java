package io.casewire.benchmarks.parsing;

import io.casewire.parsing.DocumentParser;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** All documents once, ours and the regular expressions, as JMH times them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ParseBenchmark {
    private final Documents documents = Documents.available();
    private final DocumentParser parser = new DocumentParser();
    private final RegexExtraction regex = new RegexExtraction();

    @Benchmark
    public void parse(Blackhole sink) {
        for (byte[] content : documents.contents()) {
            sink.consume(parser.parse(content, "document"));
        }
    }

    @Benchmark
    public void regularExpressions(Blackhole sink) {
        for (byte[] content : documents.contents()) {
            sink.consume(regex.extract(content));
        }
    }
}
