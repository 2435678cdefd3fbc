package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SearchTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CaseAnalyzer analyzer = new CaseAnalyzer();
    private final Map<String, String> names = new HashMap<>();
    private CaseIndex index;
    private CaseSearch search;

    SearchTests(@TempDir Path directory) throws IOException {
        index = CaseIndex.open(directory, "store", analyzer);
        search = new CaseSearch(() -> index, Ranking.standard(), new SameTitle());
    }

    @BeforeEach
    void fill() throws IOException {
        put("transit", CaseDraft.of("transit", "跨境电商货物快速通关").practice("企业提前申报，口岸随到随放。"));
        put("yard", CaseDraft.of("yard", "堆场智能调度").practice("车辆在堆场排队等候时间缩短，通关更快。"));
        put(
                "blockchain",
                CaseDraft.of("blockchain", "Blockchain电子提单")
                        .domain(Domain.FINANCE)
                        .originality(Originality.NATIONAL_FIRST)
                        .practice("依托ＲＣＥＰ规则，用5G网络传单。"));
        put(
                "zone",
                CaseDraft.of("zone", "集装箱循环利用")
                        .domain(Domain.FINANCE)
                        .zones("湖南自贸试验区")
                        .practice("在自由贸易试验区内共用集装箱。"));
        put(
                "court",
                CaseDraft.of("court", "涉外商事纠纷快速调解").domain(Domain.RULE_OF_LAW).leadUnits("省高级人民法院"));
        index.refresh(LONG);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        // any two neighbouring characters, wherever they stand
        "通关,transit yard",
        "境电,transit",
        "场排,yard",
        "堆场,yard",
        // one character
        "箱,zone",
        // longer than two: as it stands first, then by most of its pairs
        "快速通关,transit",
        "电商快速通关,transit",
        // width and case
        "rcep,blockchain",
        "ＲＣＥＰ,blockchain",
        "BLOCKCHAIN,blockchain",
        "５Ｇ网络,blockchain",
        // a slip of the pen in a Latin word
        "blokchain,blockchain",
        "blockchian,blockchain",
        // other names
        "自贸区,zone",
        "自贸试验区,zone",
        "自由贸易试验区,zone",
        "湖南自贸区,zone",
        "跨境电子商务,transit",
        // all words first
        "通关 堆场,yard",
        "通关　排队,yard",
        // quotations and exclusions
        "“快速通关”,transit",
        "\"快速通关\" 跨境,transit",
        "通关 -堆场,transit",
        "通关 －堆场,transit",
        "-通关 -纠纷,blockchain zone",
        // units
        "人民法院,court",
    })
    void findsWhatPeopleType(String typed, String expected) {
        List<String> best = List.of(expected.split(" "));
        List<String> found = found("q", typed);
        assertThat(found).hasSizeGreaterThanOrEqualTo(best.size());
        assertThat(found.subList(0, best.size())).containsExactlyInAnyOrderElementsOf(best);
    }

    @ParameterizedTest
    @CsvSource({
        // one word of two, two thirds of a long one
        "通关 堆场,yard transit",
        "快速通关,transit court yard",
        "通关海,yard",
        "通关海,transit",
    })
    void listsWhatHasSomeOfTheWordsBehindWhatHasMore(String typed, String expected) {
        assertThat(found("q", typed)).containsSubsequence(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"通关 -堆场,yard", "“快速通关”,yard", "\"快速通关\" 跨境,yard", "-通关 -纠纷,transit"})
    void neverListsWhatIsExcludedNorWhatAQuotationIsNotIn(String typed, String unwanted) {
        assertThat(found("q", typed)).doesNotContain(unwanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // compatibility forms, in documents and in queries
                "①优化5㎏小包 | ①优化5㎏小包",
                "①优化5㎏小包 | 1优化",
                "①优化5㎏小包 | 5kg",
                "①优化5㎏小包 | 5㎏小包",
                "每间100㎡仓库 | 100㎡",
                "每间100㎡仓库 | 100m²",
                "每间100㎡仓库 | 100",
                "冷库-18℃作业 | 冷库-18℃作业",
                "冷库-18℃作业 | -18℃",
                "冷库-18℃作业 | －18°C",
                "冷库-18℃作业 | 18",
                "㋀结算 | 1月结算",
                "第㈠批㊀类 | 第一批一类",
                // radicals, private use, presentation forms
                "⻓江⺠⽣⻋辆 | 长江民生车辆",
                "长江民生车辆 | ⻓江⺠⽣",
                "智慧\ufe41口岸\ufe42改革 | 智慧口岸改革",
                "粤港・澳合作 | 港澳合作",
                // one word in its spellings
                "通过ISO 9001认证 | ISO9001",
                "通过ISO 9001认证 | ISO 9001",
                "通过ISO 9001认证 | iso-9001",
                "通过ISO9001认证 | ISO 9001",
                "通过ISO9001认证 | 9001",
                "公共Wi-Fi覆盖 | wifi",
                "公共Wi-Fi覆盖 | wi fi",
                "公共WiFi覆盖 | Wi-Fi",
                "公共WiFi覆盖 | Wi Fi",
                "公共WiFi覆盖 | “Wi-Fi覆盖”",
                "执行GB/T 19001—2016标准 | GB/T19001",
                "执行GB/T19001标准 | GBT 19001",
                "执行GBT19001标准 | GB/T 19001",
                "货值3,000万元 | 3000万元",
                "用5G网络 | ５Ｇ",
                // either script
                "創新監管制度 | 创新监管制度",
                "创新监管制度 | 創新監管制度",
                "隨著批覆 | 随着批复",
                // what is not seen, blanks of all kinds
                "wi\u00adfi覆盖 | WiFi",
                "通\u200b关便利 | 通关便利",
                "海关监管 | 海\u00ad关\u2060监管",
                "海关监管 | 海关\u00a0监管",
                "海关监管 | \ufeff海关监管",
                "“船舶”一次办理 | 船舶一次办理",
            })
    void findsEverySpellingOfATitle(String title, String typed) throws IOException {
        put("spelt", CaseDraft.of("spelt", title));
        put("other", CaseDraft.of("other", "无关事项").practice("另一件事。"));
        index.refresh(LONG);
        assertThat(found("q", typed)).contains("spelt").doesNotContain("other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "货值15亿元 | 1.5亿元",
                "到2025年 | 25",
                "email通知 | ai",
                "公共Wi-Fi覆盖 | -wifi 覆盖",
                "公共Wi-Fi覆盖 | -\"Wi Fi\" 覆盖",
                "到2024年 | 年 -\"2024\"",
            })
    void findsNoOtherNumberNorPartOfAWordNorWhatIsExcluded(String title, String typed) throws IOException {
        put("spelt", CaseDraft.of("spelt", title));
        index.refresh(LONG);
        assertThat(found("q", typed)).doesNotContain("spelt");
    }

    @Test
    void takesAMinusBeforeANumberForItsSign() {
        assertThat(found("q", "-18℃")).isEmpty();
        assertThat(found("q", "－5G")).containsExactly("blockchain");
        assertThat(found("q", "通关 -堆场")).containsExactly("transit");
    }

    @Test
    void putsTheCaseOfExactlyThatTitleFirst() throws IOException {
        put("longer", CaseDraft.of("longer", "冷链、仓储改革试点").summary("冷链仓储改革"));
        put("same", CaseDraft.of("same", "冷链、仓储改革"));
        index.refresh(LONG);
        assertThat(found("q", "冷鏈倉儲改革")).startsWith("same");
    }

    @Test
    void takesEverySpellingOfANameForTheSameValue() throws IOException {
        put("ours", CaseDraft.of("ours", "甲").zones("广东自贸试验区").leadUnits("長沙海關"));
        put("theirs", CaseDraft.of("theirs", "乙").zones("廣東自貿試驗區").leadUnits("长沙海关"));
        index.refresh(LONG);
        assertThat(found("zone", "廣東自貿試驗區")).containsExactlyInAnyOrder("ours", "theirs");
        assertThat(found("unit", "长沙海关")).containsExactlyInAnyOrder("ours", "theirs");
        assertThat(counts(search.page(CaseQuery.of(parameters("unit", "长沙海关"))), "zone"))
                .containsValue(2)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"证券", "2024", "《》、。", "-", "\"\"", "“”", "关通"})
    void findsNothingWhereNothingIs(String typed) {
        assertThat(found("q", typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+-&&||!(){}[]^\"~*?:\\/",
                "title:通关",
                "通关*",
                "AND OR NOT",
                "通关 AND",
                "((((",
                "\"通关",
                "通关~2^",
                "[a TO b]",
                "{\"$ne\":null}",
                "\u0000\uD800",
                "--通关",
                "\"\"\"\"\"",
            })
    void neverTakesTypedTextForSyntax(String typed) {
        assertThat(found("q", typed)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"自贸区电商大湾区长三角ai企业开办综保区", "自贸区 电商 大湾区 长三角 ai 企业开办 综保区 自贸港", "blockchain "})
    void takesTheLongestQueryWithTheMostVariants(String piece) {
        String typed = piece.repeat(100).substring(0, 100).strip();
        while (TypedQuery.parse(typed).size() > 16) {
            typed = typed.substring(0, typed.lastIndexOf(' '));
        }
        assertThat(found("q", typed)).isNotNull();
    }

    @Test
    void ranksTitlesBeforePhrasesBeforeScatteredWords() throws IOException {
        put("scattered", CaseDraft.of("scattered", "信用监管").practice("快速办理通关，口岸通关快速，通关电商便利。"));
        put("phrase", CaseDraft.of("phrase", "信用管理").practice("对守信企业实行快速通关，" + "其他事项照旧办理。".repeat(40)));
        index.refresh(LONG);
        assertThat(found("q", "快速通关")).startsWith("transit", "phrase").contains("scattered");
    }

    @Test
    void weighsTheTitleMoreThanTheRest() throws IOException {
        put("practice", CaseDraft.of("practice", "某项改革").practice("保税展示。"));
        put("title", CaseDraft.of("title", "艺术品保税展示交易的监管服务新模式").practice("略。".repeat(200)));
        put("summary", CaseDraft.of("summary", "另一项改革").summary("保税展示。"));
        index.refresh(LONG);
        assertThat(found("q", "保税展示")).startsWith("title", "summary", "practice");
    }

    @Test
    void filtersByAnyValueOfAFacetAndByAllFacets() {
        assertThat(found("domain", "finance", "domain", "rule-of-law"))
                .containsExactlyInAnyOrder("blockchain", "zone", "court");
        assertThat(found("domain", "finance", "originality", "NATIONAL_FIRST")).containsExactly("blockchain");
        assertThat(found("zone", "湖南自贸试验区")).containsExactly("zone");
        assertThat(found("unit", "省高级人民法院")).containsExactly("court");
        assertThat(found("year", "2025")).hasSize(5);
        assertThat(found("hasMetrics", "true")).isEmpty();
    }

    @Test
    void countsTheOtherValuesOfTheFacetThatIsFilteredBy() {
        CaseSearch.Page page = search.page(CaseQuery.of(parameters("domain", "finance")));
        assertThat(page.total()).isEqualTo(2);
        assertThat(counts(page, "domain")).isEqualTo(Map.of("finance", 2, "trade", 2, "rule-of-law", 1));
        assertThat(counts(page, "zone")).isEqualTo(Map.of("湖南自贸试验区", 1));
        assertThat(counts(page, "originality")).isEqualTo(Map.of("NATIONAL_FIRST", 1));
        assertThat(counts(page, "year")).isEqualTo(Map.of("2025", 2));
        assertThat(counts(page, "scope")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',1", "'',3", "通关,1", "快速,1", "-无,2"})
    void walksThroughEveryCaseOnce(String typed, int size) {
        List<String> whole = found("q", typed, "size", "100");
        assertThat(walk(size, typed, () -> {})).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfAWalkWhileCasesComeIn() {
        List<String> before = found("q", "通关", "size", "100");
        int[] added = {0};
        List<String> walked = walk(1, "通关", () -> {
            String name = "late" + added[0]++;
            try {
                put(name, CaseDraft.of(name, "通关").stored(1, CaseDraft.MORNING.plusSeconds(added[0])));
                index.refresh(LONG);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(walked).isEqualTo(before);
        assertThat(found("q", "通关", "size", "100")).hasSizeGreaterThan(before.size());
    }

    @Test
    void goesOnWithAWalkWhoseSearcherIsGone() throws IOException {
        List<String> whole = found("size", "100");
        List<String> walked = walk(2, "", () -> {
            try {
                put("again", CaseDraft.of("zone", "集装箱循环利用"));
                index.refresh(Duration.ZERO);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(walked).hasSameSizeAs(whole).doesNotHaveDuplicates();
    }

    @Test
    void listsTheNewestFirst() throws IOException {
        put("new", CaseDraft.of("new", "新").stored(1, CaseDraft.MORNING.plusSeconds(60)));
        put("old", CaseDraft.of("old", "旧").stored(1, CaseDraft.MORNING.minusSeconds(60)));
        index.refresh(LONG);
        assertThat(found("size", "100")).hasSize(7).startsWith("new").endsWith("old");
    }

    @Test
    void refusesACursorThatWasChangedOrBelongsToAnotherSearch() {
        CaseQuery query = CaseQuery.of(parameters("size", "1"));
        String next = Objects.requireNonNull(search.page(query).next());
        for (int i = 0; i < next.length(); i++) {
            char other = next.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = next.substring(0, i) + other + next.substring(i + 1);
            assertRefused(damaged, "size", "1");
        }
        assertRefused(next, "size", "1", "domain", "trade");
        assertRefused("", "size", "1");
        assertRefused("$ne", "size", "1");
    }

    @Test
    void doesNotFindWithdrawnCases() throws IOException {
        StoredCase kept = CaseDraft.of("yard", "堆场智能调度").stored();
        index.put(new StoredCase(
                kept.content(), kept.document(), 2, true, "重复", kept.firstPublished(), kept.updated(), 2));
        index.refresh(LONG);
        assertThat(found("q", "堆场")).isEmpty();
        assertThat(found("size", "100")).doesNotContain("yard");
        assertThat(index.states()).containsEntry(kept.content().id().value(), 2L);
    }

    private void assertRefused(String cursor, String... others) {
        MultiValueMap<String, String> parameters = parameters(others);
        parameters.add("cursor", cursor);
        assertThatThrownBy(() -> search.page(CaseQuery.of(parameters)))
                .isInstanceOfSatisfying(
                        InvalidParameter.class, e -> assertThat(e.parameter()).isEqualTo("cursor"));
    }

    private List<String> walk(int size, String typed, Runnable between) {
        List<String> walked = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            MultiValueMap<String, String> parameters = parameters("q", typed, "size", String.valueOf(size));
            if (cursor != null) {
                parameters.add("cursor", cursor);
            }
            CaseSearch.Page page = search.page(CaseQuery.of(parameters));
            page.ids().forEach(id -> walked.add(names.getOrDefault(id, id)));
            cursor = page.next();
            between.run();
        } while (cursor != null && walked.size() < 100);
        return walked;
    }

    private List<String> found(String... parameters) {
        return search.page(CaseQuery.of(parameters(parameters))).ids().stream()
                .map(id -> names.getOrDefault(id, id))
                .toList();
    }

    private void put(String name, CaseDraft draft) throws IOException {
        put(name, draft.stored());
    }

    private void put(String name, StoredCase stored) throws IOException {
        names.put(stored.content().id().value(), name);
        index.put(stored);
    }

    private static Map<String, Integer> counts(CaseSearch.Page page, String facet) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCounts.Count::value, FacetCounts.Count::count));
    }

    private static MultiValueMap<String, String> parameters(String... namesAndValues) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
