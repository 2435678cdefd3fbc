package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, before services with invented data. */
@Timeout(300)
class PageInBrowserIT {
    /** Set to have pictures of every view put there. */
    private static final String PICTURES = System.getenv("CASEWIRE_PICTURES");

    @AutoClose
    private static ConsoleInBrowser console;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
    }

    @BeforeEach
    void start() {
        visit(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasRefusedAndNothingLeftTheOrigin() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(strangers).as("requests to others").isEmpty();
    }

    private void visit(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = console.context(width, scheme);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refused search is an answer, and browsers report it as an error
            if (message.type().equals("error") && !message.text().contains("status of 400")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(console.at("/"))) {
                strangers.add(request.url());
            }
        });
    }

    private void open(String hash) {
        page.navigate(console.at("/" + hash));
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void theOverviewCountsAndLeadsOn() {
        open("");
        assertThat(page.locator(".figures")).containsText("43");
        assertThat(page.locator(".figures")).containsText("412");
        assertThat(page.locator(".bars li")).hasCount(9);
        assertThat(page.locator(".services")).containsText("服务运行正常");
        page.locator(".bars a").first().click();
        assertThat(page).hasURL(Pattern.compile("#/search\\?domain=trade$"));
        assertThat(page.locator(".chip[aria-pressed=true]")).containsText("贸易便利化");
    }

    @Test
    void eventsAreToldInWordsAsTheyCome() {
        open("");
        assertThat(page.locator(".stream-state")).containsText("已连接");
        console.services()
                .tell(
                        "casewire.case.published.v1",
                        "{\"id\":\"casewire.case.trade/0/12\",\"type\":\"casewire.case.published.v1\",\"subject\":\""
                                + Services.CASE + "\",\"revision\":1,\"title\":\"新案例甲\",\"backfill\":true,"
                                + "\"time\":\"2024-03-20T02:00:00Z\",\"recordedTime\":\"2024-03-20T02:00:00Z\"}");
        assertThat(page.locator(".event")).containsText("新案例：新案例甲");
        assertThat(page.locator(".event a")).hasAttribute("href", "#/case/" + Services.CASE);
        for (String region : List.of("浙江省", "江苏省", "广东省")) {
            console.services()
                    .tell(
                            "message",
                            "{\"id\":\"casewire.obligation/0/1\",\"type\":\"casewire.obligation.derived.v1\","
                                    + "\"subject\":\"obl-1\",\"revision\":1,\"title\":\"" + region + "：新案例甲\","
                                    + "\"time\":\"2024-03-20T02:00:01Z\",\"backfill\":false}");
        }
        assertThat(page.locator(".event").first()).containsText("3 个地区应复制推广：新案例甲");
        assertThat(page.locator(".event")).hasCount(2);
        console.services().tell("casewire.case.revised.v1", "{\"case\":{\"title\":\"<img src=x onerror=alert(1)>\"}}");
        assertThat(page.locator(".event").first()).containsText("案例有修订：<img src=x onerror=alert(1)>");
        assertThat(page.locator(".event img")).hasCount(0);
    }

    @Test
    void aSearchIsAnAddress() {
        open("");
        page.locator("#q").fill("通关");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/search\\?q=%E9%80%9A%E5%85%B3$"));
        assertThat(page.locator(".total")).containsText("“通关”共 25 个案例");
        assertThat(page.locator(".case-item mark").first()).hasText("通关");
        assertThat(page.locator(".case-item").first()).containsText("采纳率 63%（7/11）");
        assertThat(page.locator(".chip", new Page.LocatorOptions().setHasText("50%–74%")))
                .hasCount(1);
        page.locator(".chip", new Page.LocatorOptions().setHasText("全国首创")).click();
        assertThat(page).hasURL(Pattern.compile("originality=NATIONAL_FIRST"));
        link("下一页").click();
        assertThat(page).hasURL(Pattern.compile("cursor=bmV4dA"));
        assertThat(page.locator(".total")).containsText("第 2 页");
        page.reload();
        assertThat(page.locator("#q")).hasValue("通关");
        assertThat(page.locator(".chip[aria-pressed=true]")).containsText("全国首创");
        link("清除筛选").click();
        assertThat(page).hasURL(Pattern.compile("#/search\\?q=%E9%80%9A%E5%85%B3$"));
        page.goBack();
        assertThat(page.locator(".total")).containsText("第 2 页");
    }

    @Test
    void saysWhatASearchLeftOutPutRightAndFolded() {
        open("#/search?q=跨竟+通关");
        assertThat(page.locator(".understood").first()).hasText("已按“跨境 通关”检索");
        assertThat(page.locator(".understood").last()).hasText("没有案例含“跨竟”");
        assertThat(page.locator(".case-item").first().locator(".left-out")).hasText("未含“跨竟”");
        assertThat(page.locator(".case-item").first().locator(".tellings a")).hasText("样例自由贸易试验区发展报告");
        assertThat(page.locator(".left-out")).hasCount(1);
    }

    @Test
    void saysSoWhereNothingWasFound() {
        open("#/search?q=无");
        assertThat(heading("没有符合条件的案例")).isVisible();
    }

    @Test
    void showsWhatTheServiceSaidWhereItRefused() {
        open("#/search?q=坏");
        assertThat(page.locator(".problem")).containsText("A search has at most 100 characters.");
        assertThat(button("重试")).isVisible();
    }

    @Test
    void aCaseIsShownWholeWithItsSource() {
        open("#/case/" + Services.CASE);
        assertThat(heading("进口生鲜“先放行后检测”协同通关")).isVisible();
        assertThat(page.locator(".parts > li")).hasCount(3);
        assertThat(page.locator(".metric")).hasCount(6);
        Locator fills = page.locator(".metric").first().locator(".pair-fill");
        assertThat(fills).hasCount(2);
        // 50 hours against 40 minutes
        assertThat(fills.first().boundingBox().width)
                .isGreaterThan(10 * fills.nth(1).boundingBox().width);
        Locator instrument = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("关于复制推广"));
        assertThat(instrument).hasAttribute("href", "https://example.org/notice/1");
        assertThat(instrument).hasAttribute("rel", Pattern.compile("noopener"));
        assertThat(page.locator(".column-side")).containsText("第 23–41 行");
        assertThat(page.locator(".revisions li")).hasCount(2);
        assertThat(page).hasTitle(Pattern.compile("进口生鲜"));
    }

    @Test
    void theLineageIsATimeLineOfDocuments() {
        open("#/case/" + Services.CASE);
        assertThat(heading("来龙去脉")).isVisible();
        Locator tellings = page.locator(".timeline > li");
        assertThat(tellings).hasCount(4);
        assertThat(tellings.first()).containsText("2024年3月18日");
        assertThat(tellings.first()).containsText("本案例");
        assertThat(tellings.first().locator(".telling-title a")).hasCount(0);
        assertThat(tellings.nth(1)).containsText("日期不详");
        assertThat(tellings.nth(1)).containsText("待人工确认");
        assertThat(tellings.nth(1)).containsText("置信度 62%");
        assertThat(tellings.nth(2)).containsText("推广范围最广");
        assertThat(tellings.nth(2)).containsText("演示发〔2025〕1号");
        assertThat(tellings.nth(2).locator(".telling-title a"))
                .hasAttribute("href", "#/case/case-aaaaaaaaaaaaaaaaaaaaaaaaa3");
        assertThat(tellings.nth(3)).containsText("已否定");
        assertThat(heading("相关案例")).isVisible();
        button("Switch to English").click();
        assertThat(tellings.nth(1)).containsText("a person is to decide");
    }

    @Test
    void aCaseLeavesAsABriefAndItsLineOpensTheOriginal() {
        open("#/case/" + Services.CASE);
        assertThat(link("PDF"))
                .hasAttribute("href", Pattern.compile("/cases/" + Services.CASE + "/brief\\?format=pdf&lang=zh$"));
        assertThat(link("打印版")).hasAttribute("href", Pattern.compile("/brief\\?format=html&lang=zh$"));
        assertThat(link("第 23–41 行")).hasAttribute("href", Pattern.compile("/documents/src-b{26}/text#L23$"));
    }

    @Test
    void aSearchLeavesAsFilesAndFeedsWithItsConditions() {
        open("#/search?q=通关&domain=trade&cursor=bmV4dA&page=2");
        for (String format : List.of("Excel", "CSV", "NDJSON")) {
            assertThat(link(format))
                    .hasAttribute(
                            "href",
                            Pattern.compile(
                                    "/api/catalog/v1/export\\?q=%E9%80%9A%E5%85%B3&domain=trade&format=[a-z]+&lang=zh$"));
        }
        assertThat(link("Atom"))
                .hasAttribute("href", Pattern.compile("/feeds\\.atom\\?q=%E9%80%9A%E5%85%B3&domain=trade&lang=zh$"));
        assertThat(link("JSON Feed")).hasAttribute("href", Pattern.compile("/feeds\\.json\\?q="));
    }

    @Test
    void theMapTellsUnknownFromNoAndWalksByKeyboard() {
        open("#/case/" + Services.CASE);
        assertThat(page.locator(".tile")).hasCount(32);
        assertThat(page.locator(".map .tile-UNKNOWN")).hasCount(18);
        assertThat(page.locator(".map .tile-ADOPTED")).hasCount(5);
        assertThat(page.locator(".map .tile-NOT_APPLICABLE")).hasCount(1);
        assertThat(page.locator(".map .tile-OUTSIDE")).hasCount(1);
        assertThat(page.locator(".map-summary")).containsText("应复制地区 30 个：已有消息 12 个，尚无消息 18 个");
        assertThat(page.locator(".map-summary")).containsText("63.6%（7/11");
        page.locator("[data-code='430000']").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".map-detail")).containsText("湖南省");
        assertThat(page.locator(".map-detail")).containsText("推进中");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator(".map-detail")).containsText("江西省");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator(".map-detail")).containsText("安徽省");
        page.locator(".map-table summary").click();
        assertThat(page.locator(".map-table tbody tr")).hasCount(31);
        assertThat(page.locator(".tile[tabindex='0']")).hasCount(1);
    }

    @Test
    void theLanguageIsSwitchedAndKept() {
        open("#/case/" + Services.CASE);
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        button("Switch to English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(heading("Adoption by region")).isVisible();
        assertThat(page.locator("h1")).hasAttribute("lang", "zh-CN");
        page.reload();
        assertThat(heading("Adoption by region")).isVisible();
        button("切换为中文").click();
        assertThat(heading("各地复制推广情况")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/search?q=恶", "#/case/" + Services.HOSTILE_CASE})
    void whatADocumentSaysIsNeverMarkup(String place) {
        open(place);
        assertThat(page.locator("main"))
                .containsText("<img src=x onerror=\"window.owned=1\"><script>window.owned=2</script>");
        assertThat(page.locator("main img, main script, main iframe, main svg, main style, main marquee"))
                .hasCount(0);
        assertThat(page.locator("a[href^='javascript']")).hasCount(0);
        assertThat(page.evaluate("() => 'owned' in window")).isEqualTo(false);
    }

    @Test
    void anAddressThatIsNoneSaysSo() {
        open("#/nowhere");
        assertThat(heading("没有这个页面")).isVisible();
    }

    @Test
    void isUsedWithoutAMouse() {
        open("");
        page.keyboard().press("Tab");
        assertThat(page.locator("#skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#q")).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void nothingIsWiderThanTheWindow(int width, ColorScheme scheme) {
        visit(width, scheme);
        for (String place : List.of("", "#/search?q=通关", "#/case/" + Services.CASE, "#/search?q=坏")) {
            open(place);
            assertThat(page.locator("main h1, main h2, main .problem").first()).isAttached();
            assertThat(page.locator(".waiting")).hasCount(0);
            if (place.isEmpty()) {
                tellAStory();
            }
            assertThat((Boolean) page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(place)
                    .isTrue();
            picture(place, width, scheme);
        }
    }

    private void tellAStory() {
        assertThat(page.locator(".stream-open")).isVisible();
        console.services()
                .tell(
                        "casewire.document.published.v1",
                        "{\"document\":{\"title\":\"青江省自贸试验区第一批制度创新成果\"},\"time\":\"2024-03-20T02:00:00Z\"}");
        console.services()
                .tell(
                        "casewire.case.published.v1",
                        "{\"case\":{\"id\":\"" + Services.CASE
                                + "\",\"title\":\"进口生鲜“先放行后检测”协同通关\"},\"time\":\"2024-03-20T02:00:04Z\"}");
        console.services()
                .tell(
                        "casewire.obligation.moved.v1",
                        "{\"obligation\":{\"caseId\":\"" + Services.CASE
                                + "\",\"caseTitle\":\"跨境电商退货一站式处理\",\"regionName\":\"浙江省\","
                                + "\"status\":\"CLOSED\",\"outcome\":\"ADOPTED\"},\"time\":\"2024-03-20T02:01:10Z\"}");
        assertThat(page.locator(".event")).hasCount(3);
    }

    private void picture(String place, int width, ColorScheme scheme) {
        if (PICTURES != null) {
            String name = place.replaceAll("[^a-z]", "").replaceFirst("(search|case).*", "$1") + place.length();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, name + "-" + width + "-" + scheme + ".png")));
        }
    }
}
