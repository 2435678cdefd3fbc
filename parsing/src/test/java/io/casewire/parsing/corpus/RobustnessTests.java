package io.casewire.parsing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.casewire.parsing.DocumentParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text makes the parser throw or run away. Mutations are drawn from a fixed seed and are as many on every machine, so
 * that a failure comes again; the system properties {@code casewire.fuzz.mutations} and {@code casewire.fuzz.seed} make
 * the search longer or another one.
 */
class RobustnessTests {
    private static final long SEED = Long.getLong("casewire.fuzz.seed", 20261121);
    private static final int MUTATIONS = Integer.getInteger("casewire.fuzz.mutations", 1_000);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String[] SPLICES = {
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "\t",
        "\n",
        "\n\n",
        "|",
        "<td>",
        "</table>",
        "<table><tr><td rowspan=9999999>",
        "一、",
        "（一）",
        "1.",
        "（责任单位：",
        "落实时间：",
        "2023年",
        "99999999999999999999",
        "1,234,",
        "三分之",
        "由",
        "缩短至",
        "0/0",
        "大事记\n",
        "\u0000",
        "\ud800",
        "﻿",
        "& #",
        "&#x110000;",
        "序号\t名称\t主要做法\n",
        "复制推广“",
        "-",
        "—",
        "%",
        "亿万亿",
        "第二批",
        "2月30日"
    };

    private final DocumentParser parser = new DocumentParser();

    @Test
    void parsesMutationsOfDocumentsWithoutFailing() throws IOException {
        List<String> seeds = seeds();
        Random random = new Random(SEED);
        Duration slowest = Duration.ZERO;
        Map<String, String> failures = new TreeMap<>();
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
            long start = cpuTime();
            try {
                parser.parse(text.getBytes(StandardCharsets.UTF_8), "mutation-" + mutation);
            } catch (RuntimeException e) {
                failures.putIfAbsent(place(e), "mutation " + mutation + " of seed " + SEED + ": " + e);
            }
            Duration taken = Duration.ofNanos(cpuTime() - start);
            slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
        }
        System.out.println("fuzz: " + MUTATIONS + " mutations, slowest " + slowest.toMillis() + " ms");
        assertThat(failures).isEmpty();
        assertThat(slowest).isLessThan(LIMIT);
    }

    /** The parser's own line an exception came through, so that one fault is told once. */
    private static String place(RuntimeException exception) {
        return Stream.of(exception.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.casewire.parsing"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("outside");
    }

    @Test
    void parsesBytesThatAreNoText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            assertThatCode(() -> parser.parse(bytes, "noise")).doesNotThrowAnyException();
        }
    }

    @Test
    void parsesTextThatRepeatsOneThing() {
        for (String piece : SPLICES) {
            String text = piece.repeat(20_000 / piece.length());
            long start = cpuTime();
            parser.parse(text.getBytes(StandardCharsets.UTF_8), "repeated");
            Duration taken = Duration.ofNanos(cpuTime() - start);
            assertThat(taken).as("20,000 characters of %s", piece).isLessThan(LIMIT);
        }
    }

    /** What doubling really costs, the benchmark measures on larger texts; here only squared time must not pass. */
    @Test
    void sixteenTimesTheTextTakesNothingLikeItsSquare() throws IOException {
        for (Path file : samples()) {
            String text = Files.readString(file);
            String once = text.repeat(Math.max(1, 15_000 / text.length()));
            assertNoSquare(String.valueOf(file.getFileName()), once, once.repeat(16));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "样例自由贸易试验区制度创新成果清单\n\n序号\t成果名称\t主要做法\t首创性\n|#\t第#号跨境贸易通关便利化模式\t推行提前申报，时间缩短#%。\t全国首创\n",
                "样例省人民政府关于复制推广改革试点经验的通知\n\n|#.推行第#项通关便利化措施，压缩办理时间。\n",
                "样例自由贸易试验区最佳实践案例\n\n|案例# 第#号跨境贸易通关便利化模式\n主要做法：推行提前申报，时间缩短#%。\n实践效果：惠及企业#家。\n\n"
            })
    void sixteenTimesTheListTakesNothingLikeItsSquare(String list) {
        String[] parts = list.split("\\|", -1);
        String title = parts[0].substring(0, parts[0].indexOf('\n'));

        assertNoSquare(title, parts[0] + items(parts[1], 600), parts[0] + items(parts[1], 16 * 600));
    }

    private static String items(String item, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> item.replace("#", String.valueOf(number)))
                .collect(Collectors.joining());
    }

    private void assertNoSquare(String name, String once, String longer) {
        // warms up
        parser.parse(longer.getBytes(StandardCharsets.UTF_8), "long");
        long single = shortestTime(once);
        long sixteen = shortestTime(longer);
        double ratio = (double) sixteen / single;
        System.out.printf(
                "time for %,d and %,d characters of %s: %d and %d ms, ratio %.1f%n",
                once.length(), longer.length(), name, single / 1_000_000, sixteen / 1_000_000, ratio);
        // squared time would be a ratio of 256, and caches make up for a little
        assertThat(ratio).as(name).isLessThan(40);
    }

    private long shortestTime(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long shortest = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = cpuTime();
            parser.parse(bytes, "long");
            shortest = Math.min(shortest, cpuTime() - start);
        }
        return Math.max(shortest, 1_000_000);
    }

    /** What this thread has used: the clock on the wall also counts what other processes use. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> seeds() throws IOException {
        List<String> seeds = new ArrayList<>();
        for (Path file : samples()) {
            seeds.add(Files.readString(file));
        }
        Path corpus = CorpusFiles.folder();
        if (Files.isDirectory(corpus)) {
            for (Path file : CorpusFiles.all()) {
                seeds.add(Files.readString(file));
            }
        }
        return seeds;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../samples"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String mutated(String seed, List<String> seeds, Random random) {
        int length = Math.min(seed.length(), 2_000 + random.nextInt(12_000));
        int from = random.nextInt(Math.max(1, seed.length() - length + 1));
        StringBuilder text = new StringBuilder(seed.substring(from, from + length));
        int changes = 1 + random.nextInt(20);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(200));
            switch (random.nextInt(7)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SPLICES[random.nextInt(SPLICES.length)]);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 4 -> {
                    String other = seeds.get(random.nextInt(seeds.size()));
                    int start = random.nextInt(other.length());
                    text.insert(at, other, start, Math.min(other.length(), start + random.nextInt(2_000)));
                }
                case 5 -> text.insert(at, SPLICES[random.nextInt(SPLICES.length)].repeat(1 + random.nextInt(300)));
                default -> text.replace(at, end, text.substring(at, end).replace("\n", ""));
            }
        }
        return text.toString();
    }
}
