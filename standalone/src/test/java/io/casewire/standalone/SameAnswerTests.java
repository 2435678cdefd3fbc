package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.search.SearchOfMany;
import io.casewire.catalog.search.SearchOfMany.Shown;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.notify.matching.SubscriptionOfOne;
import io.casewire.parsing.DocumentParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search shows as a full answer a subscription to the same query is told of, and nothing else. */
class SameAnswerTests {
    private static final int QUERIES = 600;
    private static final DocumentReference DOCUMENT = new DocumentReference(
            DocumentId.derive("same-answer"),
            SourceId.ofSha256("0".repeat(64)),
            "福建自贸试验区创新成果汇编",
            "闽政〔2024〕3号",
            null,
            null,
            Genre.REPORT);

    private static final List<CaseRecord> CASES = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static SearchOfMany search;

    @BeforeAll
    static void index() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("..", "samples"))) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                new DocumentParser()
                        .parse(Files.readAllBytes(sample), sample.getFileName().toString()).records().stream()
                                .filter(CaseRecord.class::isInstance)
                                .map(CaseRecord.class::cast)
                                .forEach(CASES::add);
            }
        }
        CASES.addAll(List.of(
                invented("commerce", "跨境电商零售进口", "企业提前申报，口岸随到随放，通关时间压缩60%。", null, null, less("60")),
                invented("returns", "跨境电商退货监管", "退货一站式监管。", "海南自贸港", "商务部", null),
                invented("electronic", "跨境电子口岸", "电子口岸与各平台联网。", null, null, null),
                invented("chain", "Blockchain电子提单", "依托ＲＣＥＰ规则，通过ISO 9001认证，公共Wi-Fi覆盖。", null, null, null),
                invented("finance", "融资租赁业务", "上海自贸试验区企业办理融资，放款时间缩短。", "上海自贸试验区", "上海海关", change("15", "2", "天")),
                invented("area", "港口融资", "外籍人才服务和资金支持。", null, "长沙海关", null),
                invented("prefecture", "牧区金融", "海南藏族自治州金融服务。", null, null, null),
                invented("aeo", "高级认证企业AEO", "认证企业；AEO。认证机构，一单制提单。", null, "国家药监局", null),
                invented("zone", "综合保税区仓储", "货物在口岸周转，时间更短，通关更快。", "湖南自贸试验区", null, null),
                invented("traditional", "創新監管服務", "冷库－18°C作业，100㎡仓库，目的地查验。", null, null, null)));
        search = new SearchOfMany(directory, CASES, DOCUMENT);
    }

    @AfterAll
    static void close() throws IOException {
        search.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "跨境电商 | commerce returns",
                "跨境電商 | commerce returns",
                "跨境电商 -退货 | commerce",
                "跨境电子商务 | commerce returns",
                "“一站式监管” | returns",
                "“跨境监管” | ",
                "怎样缩短货物通关时间 | ",
                "货物通关时间 | zone",
                "iso9001 | chain",
                "ISO 9001认证 | chain",
                "wi fi | chain",
                "blokchain | ",
                "block chain | chain",
                "rcep规则 | chain",
                "ＲＣＥＰ | chain",
                "aeo认证 | aeo",
                "“aeo认证” | ",
                "-“aeo认证” 高级 | aeo",
                "融资 上海自贸试验区 | finance",
                "上海自贸区融资 | finance",
                "上海融资 | finance",
                "上海 融资 | finance",
                "福建 一单制 | aeo",
                "海南金融 | prefecture",
                "海南 金融 | ",
                "长沙海关 | area",
                "药监局 | aeo",
                "跨境电商 压缩50%以上 | commerce",
                "融资 由15天缩短为2天 | finance",
                "融资 缩短到2天 | finance",
                "综保区 | zone",
                "外籍人才与资金 | area",
                "创新监管服务 | traditional",
                "-18℃ | traditional",
                "100m² | traditional",
                "的 | traditional",
                "—— | ",
            })
    void isShownAndTold(String query, @Nullable String names) {
        TreeSet<String> expected = names == null
                ? new TreeSet<>()
                : Stream.of(names.split(" "))
                        .map(name -> id(name).value())
                        .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> invented = new TreeSet<>(told(query));
        invented.retainAll(CASES.subList(CASES.size() - 10, CASES.size()).stream()
                .map(content -> content.id().value())
                .toList());

        assertThat(invented).as("told of the invented cases").isEqualTo(expected);
        assertThat(search.shown(query).full()).as("shown").isEqualTo(told(query));
    }

    @ParameterizedTest
    @CsvSource({"跨竟电商", "融资祖赁"})
    void isNotToldWhereSomethingElseIsShown(String query) {
        assertThat(search.shown(query).corrected()).isTrue();
        assertThat(told(query)).isEmpty();
    }

    /** Queries made of what cases say: stretches, some apart, turned, quoted, excluded or with a character changed. */
    @Test
    void isShownAndToldWhateverIsTyped() {
        Random random = new Random(20261130);
        int full = 0;
        int partial = 0;
        for (int i = 0; i < QUERIES; i++) {
            String query = query(random);
            Shown shown = search.shown(query);
            if (!shown.corrected()) {
                assertThat(shown.full()).as(query).isEqualTo(told(query));
                full += shown.full().size();
                partial += shown.found() - shown.full().size();
            }
        }
        assertThat(full).as("full answers").isGreaterThan(QUERIES / 2);
        assertThat(partial).as("partial answers").isGreaterThan(QUERIES / 2);
    }

    private static Set<String> told(String query) {
        SubscriptionOfOne subscription = new SubscriptionOfOne(query);
        return CASES.stream()
                .filter(content -> subscription.hears(new CaseEvent.CasePublished(content, 1, DOCUMENT)))
                .map(content -> content.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String query(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            parts.add(part(random));
        }
        return String.join(" ", parts);
    }

    private static String part(Random random) {
        CaseRecord content = CASES.get(random.nextInt(CASES.size()));
        Practice practice = content.practice();
        String text = random.nextBoolean() || practice == null
                ? content.title() + String.join("", content.zones()) + String.join("", content.leadUnits())
                : practice.text();
        String stretch = stretch(text, 2 + random.nextInt(7), random);
        return switch (random.nextInt(8)) {
            case 0 -> stretch + stretch(text, 3, random);
            case 1 -> '“' + stretch + '”';
            case 2 -> '-' + stretch(text, 2, random);
            case 3 -> new StringBuilder(stretch).reverse().toString();
            case 4 -> stretch + List.of("AEO", "50%", "2024年", "上海", "的", "iso").get(random.nextInt(6));
            default -> stretch;
        };
    }

    private static String stretch(String text, int length, Random random) {
        int from = random.nextInt(Math.max(1, text.length() - length));
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private static CaseId id(String name) {
        return CaseId.derive("same-answer", name);
    }

    private static CaseRecord invented(
            String name,
            String title,
            String practice,
            @Nullable String zone,
            @Nullable String unit,
            @Nullable Metric metric) {
        return new CaseRecord(
                id(name),
                null,
                title,
                null,
                null,
                List.of(Domain.TRADE),
                DomainSource.PRINTED,
                1,
                zone == null ? List.of() : List.of(zone),
                List.of(),
                List.of(),
                unit == null ? List.of() : List.of(unit),
                List.of(),
                null,
                null,
                null,
                new Practice(practice, List.of()),
                null,
                metric == null ? List.of() : List.of(metric),
                null,
                List.of(),
                new LineRange(1, 2));
    }

    private static Metric less(String percent) {
        return new Metric(
                MetricKind.RELATIVE_CHANGE,
                "通关时间",
                Direction.DOWN,
                null,
                null,
                new BigDecimal(percent),
                null,
                null,
                null,
                Bound.EXACT,
                null,
                null,
                "时间压缩" + percent + "%");
    }

    private static Metric change(String before, String after, String unit) {
        return new Metric(
                MetricKind.BEFORE_AFTER,
                "放款时间",
                Direction.DOWN,
                new Quantity(new BigDecimal(before), unit),
                new Quantity(new BigDecimal(after), unit),
                null,
                null,
                null,
                null,
                Bound.EXACT,
                null,
                null,
                "由" + before + unit + "缩短为" + after + unit);
    }
}
