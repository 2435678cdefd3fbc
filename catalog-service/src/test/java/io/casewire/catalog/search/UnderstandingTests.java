package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** How a query is understood, and what it finds by that. */
class UnderstandingTests {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, StoredCase> stored = new HashMap<>();
    private final CaseIndex index;
    private final CaseSearch search;

    UnderstandingTests(@TempDir Path directory) throws IOException {
        index = CaseIndex.open(directory, "store", new CaseAnalyzer());
        search = new CaseSearch(() -> index, Ranking.standard(), new SameTitle());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void letsPlacesWeighAsFiltersWould() throws IOException {
        put("here", CaseDraft.of("here", "普通货物监管").practice("办理融资手续。").zones("上海自贸试验区"));
        put("there", CaseDraft.of("there", "融资新模式").practice("融资融资融资。").zones("天津自贸试验区"));
        put("area", CaseDraft.of("area", "港口融资").areas("岳阳片区"));
        assertThat(found("上海自贸试验区 融资")).startsWith("here");
        assertThat(found("天津自贸区融资")).startsWith("there");
        assertThat(found("湖南 融资")).startsWith("area");
        assertThat(found("融资 岳阳片区")).startsWith("area");
        assertThat(asked("上海自贸试验区 融资").places().getFirst().name()).isEqualTo("上海自贸试验区");
    }

    @Test
    void putsWhoIsResponsibleBeforeWhoIsMentioned() throws IOException {
        put("mentioned", CaseDraft.of("mentioned", "海关总署政策宣讲").practice("海关总署海关总署。"));
        put("supports", CaseDraft.of("supports", "某项").leadUnits("商务部").supportingUnits("海关总署"));
        put("leads", CaseDraft.of("leads", "另一项").leadUnits("海关总署"));
        assertThat(found("海关总署")).containsExactly("leads", "supports", "mentioned");
        assertThat(asked("海关总署").units()).containsExactly("海关总署");
    }

    @Test
    void knowsAUnitWithAndWithoutTheWordsBeforeItsName() throws IOException {
        put("leads", CaseDraft.of("leads", "某项").leadUnits("国家药监局"));
        assertThat(found("药监局")).containsExactly("leads");
    }

    @Test
    void letsCaptionsAndTitlesOfDocumentsWeighLittle() throws IOException {
        put("caption", CaseDraft.of("caption", "某项改革").path("表9 通关监管制度创新成果"));
        put("text", CaseDraft.of("text", "另一项改革").practice("企业办理通关。" + "其他事项照旧办理。".repeat(30)));
        assertThat(found("通关")).containsExactly("text", "caption");
    }

    @ParameterizedTest
    @CsvSource({
        "跨竟电商,跨境电商",
        "跨境电尚,跨境电商",
        "夸境电商,跨境电商",
        "融资祖赁 -退货,融资租赁 -退货",
        "上海 融资祖赁,上海 融资租赁",
    })
    void putsOneWrongCharacterRight(String typed, String right) throws IOException {
        put("commerce", CaseDraft.of("commerce", "跨境电商零售进口"));
        put("lease", CaseDraft.of("lease", "融资租赁业务"));
        assertThat(asked(typed).corrected()).isEqualTo(right);
        assertThat(found(typed)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"跨境电商", "跨境电商融资", "零售业务", "区块链", "“跨竟电商”", "电商"})
    void leavesWhatMayBeRightAsItIs(String typed) throws IOException {
        put("commerce", CaseDraft.of("commerce", "跨境电商零售进口"));
        put("lease", CaseDraft.of("lease", "融资租赁业务"));
        assertThat(asked(typed).corrected()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "怎样缩短货物通关时间,缩短货物通关时间",
        "有哪些做法可以加快审批,加快审批",
        "外资企业的登记,外资企业 登记",
        "目的地查验,目的地查验",
        "如何,如何",
    })
    void looksForWhatAQuestionAsksFor(String typed, String words) throws IOException {
        put("any", CaseDraft.of("any", "无"));
        assertThat(asked(typed).words().stream().map(TypedQuery.Part::text)).containsExactly(words.split(" "));
    }

    @Test
    void saysWhatWasLeftOut() throws IOException {
        put("some", CaseDraft.of("some", "外籍人才服务").practice("办理许可。"));
        AnalysedQuery asked = asked("外籍人才 火星移民");
        assertThat(asked.unknown()).containsExactly("火星移民");
        assertThat(leftOut(asked, "some")).containsExactly("火星移民");
        assertThat(leftOut(asked("外籍人才工作许可"), "some")).containsExactly("工作");
        assertThat(leftOut(asked("外籍人才"), "some")).isEmpty();
        assertThat(leftOut(asked("上海自贸试验区 外籍人才 压缩50%"), "some")).containsExactly("压缩", "上海自贸试验区", "50%");
    }

    @Test
    void findsFiguresThatAreAskedFor() throws IOException {
        put("half", CaseDraft.of("half", "甲").practice("压缩时间。").metrics(less("60")));
        put("less", CaseDraft.of("less", "压缩办理时间").metrics(less("20")));
        put("days", CaseDraft.of("days", "乙").practice("放款时间缩短。").metrics(change("15", "2", "天")));
        assertThat(found("压缩50%以上")).startsWith("half");
        assertThat(found("由15天缩短为2天")).startsWith("days");
        assertThat(found("时间缩短到2天")).startsWith("days");
    }

    @Test
    void foldsRetellingsOfOneTitleWhosePlacesDoNotContradict() throws IOException {
        put("first", CaseDraft.of("first", "“一单制”改革").practice("一单制。").zones("湖南自贸试验区"));
        put("retold", CaseDraft.of("retold", "一单制改革"));
        put("elsewhere", CaseDraft.of("elsewhere", "一单制改革").zones("天津自贸试验区"));
        CaseSearch.Page page = search.page(CaseQuery.of(parameters("q", "一单制")));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.hits()).hasSize(2);
        assertThat(page.hits().stream().flatMap(hit -> hit.tellings().stream()).map(names::get))
                .containsExactly("retold");
        assertThat(search.page(CaseQuery.of(parameters("q", "一单制", "fold", "false")))
                        .hits())
                .hasSize(3)
                .allSatisfy(hit -> assertThat(hit.tellings()).isEmpty());
    }

    @Test
    void walksThroughFoldedPagesAndSeesEachInnovationOnce() throws IOException {
        for (int i = 0; i < 5; i++) {
            put("a" + i, CaseDraft.of("a" + i, "单证改革" + "甲乙丙丁戊".charAt(i)));
            put("b" + i, CaseDraft.of("b" + i, "单证改革" + "甲乙丙丁戊".charAt(i)).practice("单证。"));
        }
        int seen = 0;
        MultiValueMap<String, String> parameters = parameters("q", "单证改革", "size", "2");
        CaseSearch.Page page = search.page(CaseQuery.of(parameters));
        while (true) {
            seen += page.hits().size();
            assertThat(page.hits()).allSatisfy(hit -> assertThat(hit.tellings()).hasSize(1));
            if (page.next() == null) {
                break;
            }
            parameters.set("cursor", page.next());
            page = search.page(CaseQuery.of(parameters));
        }
        assertThat(seen).isEqualTo(5);
    }

    private static Metric less(String percent) {
        return new Metric(
                MetricKind.RELATIVE_CHANGE,
                "时间",
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

    static Metric change(String before, String after, String unit) {
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

    private List<String> leftOut(AnalysedQuery asked, String name) {
        return LeftOut.of(asked, Objects.requireNonNull(stored.get(name)));
    }

    private AnalysedQuery asked(String typed) {
        return Objects.requireNonNull(
                search.page(CaseQuery.of(parameters("q", typed))).asked());
    }

    private List<String> found(String typed) {
        return search.page(CaseQuery.of(parameters("q", typed))).ids().stream()
                .map(id -> names.getOrDefault(id, id))
                .toList();
    }

    private void put(String name, CaseDraft draft) throws IOException {
        StoredCase one = draft.stored();
        names.put(one.content().id().value(), name);
        stored.put(name, one);
        index.put(one);
        index.refresh(Duration.ofMinutes(5));
    }

    private static MultiValueMap<String, String> parameters(String... namesAndValues) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
