package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger, statistics and plans in a real browser, as somebody of Hunan sees them. */
@Timeout(300)
class LedgerInBrowserIT {
    private static final String PICTURES = System.getenv("CASEWIRE_PICTURES");
    private static final int MOST_TABS = 80;
    private static final String SESSION = """
            {"signedIn":true,"subject":"李明","roles":["region"],"regionCode":"430000","regionName":"湖南省","agency":null,\
            "expiresAt":"2099-01-01T00:00:00Z","csrf":"x"}""";

    private static final String SIGNED_IN = module("session.js") + "\ntake(" + SESSION + ");\n";

    @AutoClose
    private static ConsoleInBrowser console;

    private static LedgerStandIn ledger;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        ledger = console.services().ledger();
    }

    @BeforeEach
    void start() {
        ledger.restart(LedgerStandIn.TITLE);
        visit(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void visit(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = console.context(width, scheme);
        page = context.newPage();
        // whoever makes the session, the page is told of it by `take`
        page.route(Pattern.compile("/session\\.js$"), route -> answer(route, "text/javascript", SIGNED_IN));
        page.route(Pattern.compile("/session(\\?.*)?$"), route -> answer(route, "application/json", SESSION));
        page.onConsoleMessage(message -> {
            // an outdated step is an answer, as is that a line is not among the invented ones; browsers report both as
            // errors
            if (message.type().equals("error") && !message.text().matches(".*status of (404|412|415) .*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog " + dialog.message());
            dialog.dismiss();
        });
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(body));
    }

    private void open(String hash) {
        page.navigate(console.at("/" + hash));
    }

    private static String module(String name) {
        try (InputStream in = Objects.requireNonNull(PageController.class.getResourceAsStream("assets/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator control(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Moves on with the Tab key until that is where the focus is. */
    private void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < MOST_TABS; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("never reached by Tab: " + target);
    }

    private void press(Locator target) {
        tabTo(target);
        page.keyboard().press("Enter");
    }

    private void type(String label, String text) {
        tabTo(page.getByLabel(label).first());
        page.keyboard().insertText(text);
    }

    @Test
    void regionTakesALineFromNotStartedToSubmittedByKeyboardAlone() {
        open("#/ledger");
        assertThat(page).hasURL(Pattern.compile("region=430000"));
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打开任务：" + LedgerStandIn.TITLE)));
        press(button("登记为未启动"));
        press(button("登记"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(LedgerStandIn.TITLE)))
                .isFocused();
        press(button("启动推进"));
        assertThat(page.getByLabel("工作说明")).isFocused();
        page.keyboard().insertText("已印发样例方案");
        press(button("确认启动"));
        press(button("提交审核"));
        assertThat(page.getByLabel("结果")).isFocused();
        page.keyboard().press("ArrowDown");
        type("工作说明", "样例片区已落实");
        press(button("提交"));
        assertThat(page.getByText("“已采纳”“部分采纳”须有佐证材料。")).isVisible();
        assertThat(page.getByLabel("佐证材料")).isFocused();
        page.keyboard().insertText("https://example.org/a\n样例函〔2026〕1号");
        press(button("提交"));
        assertThat(button("撤回提交")).isVisible();
        assertThat(ledger.status()).isEqualTo("SUBMITTED");
        assertThat(ledger.sent().getLast())
                .contains("\"outcome\":\"ADOPTED\"", "[\"https://example.org/a\",\"样例函〔2026〕1号\"]");
        assertThat(ledger.sent()).hasSize(3);
    }

    @Test
    void aFileIsAttachedNamedAsEvidenceAndTakenAway() {
        open("#/ledger/" + LedgerStandIn.LINE);
        button("启动推进").click();
        page.getByLabel("工作说明").fill("已印发方案");
        page.locator("#attachment").setInputFiles(file("方案.pdf"));
        Locator files = page.locator(".attached");
        assertThat(files).containsText("方案.pdf");
        assertThat(files).containsText("2 KB");
        assertThat(page.getByText("添加附件 方案.pdf")).isVisible();
        // what was typed meanwhile stays, and the step is taken upon the line as the file left it
        assertThat(page.getByLabel("工作说明")).hasValue("已印发方案");
        button("确认启动").click();
        button("提交审核").click();
        page.getByLabel("结果").selectOption("ADOPTED");
        page.getByLabel("工作说明").fill("见附件");
        assertThat(page.getByLabel("方案.pdf", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        button("提交").click();
        assertThat(button("撤回提交")).isVisible();
        assertThat(ledger.sent().getLast()).contains("[\"attachment:" + LedgerStandIn.SHA256 + "\"]");
        assertThat(page.locator(".revisions a[download]")).hasText("方案.pdf");

        Download saved = page.waitForDownload(() -> page.locator(".attached a").click());
        assertThat(saved.suggestedFilename()).isEqualTo("方案.pdf");

        button("移除附件 方案.pdf").click();
        page.locator("dialog textarea").fill("传错了");
        page.locator("dialog button[type=submit]").click();
        assertThat(page.getByText("还没有附件。")).isVisible();
        page.getByText("已移除 1 个").click();
        assertThat(page.locator(".attached")).containsText("传错了");
        assertThat(ledger.sent().getLast()).isEqualTo("DELETE attachment reason=传错了");
    }

    @Test
    void aFileThatIsNotTakenSaysWhyInTheReadersWords() {
        open("#/ledger/" + LedgerStandIn.LINE);
        page.locator("#attachment").setInputFiles(file("程序.exe"));
        Locator refused = page.locator(".upload-refused");
        assertThat(refused).containsText("不接受这种文件");
        assertThat(ledger.sent()).isEmpty();
        button("不再上传 程序.exe").click();
        assertThat(refused).hasCount(0);
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "application/octet-stream", "%PDF-1.7 样例".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoComesSecondKeepsWhatWasTypedAndGoesOn() {
        open("#/ledger/" + LedgerStandIn.LINE);
        button("启动推进").click();
        page.getByLabel("工作说明").fill("写了很久的说明");
        ledger.step("NOT_STARTED", "王芳", "先登记");
        button("确认启动").click();
        Locator news = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("您填写的内容仍在"));
        assertThat(news).containsText("未知 → 未启动");
        assertThat(news).containsText("王芳");
        assertThat(news).isFocused();
        assertThat(page.getByLabel("工作说明")).hasValue("写了很久的说明");
        button("按最新情况继续提交").click();
        assertThat(page.getByText("已办理：启动推进（湖南省）。")).isVisible();
        assertThat(ledger.status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void stepThatIsNoLongerPossibleLeavesTheTextForAnother() {
        open("#/ledger/" + LedgerStandIn.LINE);
        button("启动推进").click();
        page.getByLabel("工作说明").fill("写了很久的说明");
        ledger.step("IN_PROGRESS", "王芳", "已经启动");
        button("确认启动").click();
        assertThat(page.getByText("现在的状态是“推进中”，这一步不能再办理。")).isVisible();
        button("返回并查看可办理的步骤").click();
        button("提交审核").click();
        assertThat(page.getByLabel("工作说明")).hasValue("写了很久的说明");
    }

    @Test
    void importShowsErrorsByRowBeforeAnythingIsWritten() {
        open("#/ledger/import");
        button("试导入").click();
        assertThat(page.getByText("请填写此项。")).isVisible();
        page.getByLabel("表格文件")
                .setInputFiles(new FilePayload("台账.csv", "text/csv", "编号\n".getBytes(StandardCharsets.UTF_8)));
        button("试导入").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("有 1 行存在错误，未作修改")))
                .isFocused();
        assertThat(page.locator("table.lines tbody tr").first()).containsText("未启动 → 推进中");
        assertThat(page.locator("table.lines tbody tr").last()).containsText("台账 7");
        assertThat(page.getByText("“<b>一半</b>”不是 0 到 100 的整数。")).isVisible();
        assertThat(page.getByText("未使用的列：内部编号")).isVisible();
        button("只导入正确的 3 行").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("已导入 3 行修改")))
                .isVisible();
        assertThat(ledger.sent()).containsExactly("dryRun=true", "partial=true");
    }

    @Test
    void filtersInTheAddressSurviveAReload() {
        open("#/ledger");
        control("状态").selectOption("UNKNOWN");
        control("案例").fill("口岸");
        button("应用筛选").click();
        assertThat(page).hasURL(Pattern.compile("title=.*region=430000.*status=UNKNOWN"));
        page.reload();
        assertThat(control("状态")).hasValue("UNKNOWN");
        assertThat(control("案例")).hasValue("口岸");
        assertThat(page.locator("table.lines tbody tr")).hasCount(1);
        assertThat(ledger.asked().getLast()).contains("region=430000", "status=UNKNOWN", "title=口岸", "size=50");
        page.getByLabel("去掉“状态：未知”").click();
        assertThat(page).not().hasURL(Pattern.compile("status="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/ledger?all=true&case=", "#/statistics?view=curve&case="})
    void filterOfOneCaseHasItsTitleAndKeepsItsId(String view) {
        open(view + Services.CASE);
        Locator chip = page.locator(".filter-chosen .chip");
        assertThat(chip).hasText("只看案例：进口生鲜“先放行后检测”协同通关");
        assertThat(chip).hasAttribute("title", Services.CASE);
        page.getByLabel("去掉“只看案例：进口生鲜“先放行后检测”协同通关”").click();
        assertThat(page).not().hasURL(Pattern.compile("case="));
    }

    @Test
    void filterOfACaseThatIsNotThereHasItsId() {
        open("#/ledger?all=true&case=case-none");
        assertThat(page.locator("table.lines tbody tr")).hasCount(1);
        assertThat(page.locator(".filter-chosen .chip")).hasText("只看案例：case-none");
    }

    @Test
    void whatPeopleAndDocumentsWroteIsTextWhereverItIsShown() {
        String hostile = "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>{{7*7}}";
        ledger.restart(hostile);
        ledger.step("NOT_STARTED", hostile, hostile);
        open("#/ledger");
        assertThat(page.locator("table.lines tbody th")).hasText(hostile);
        page.getByRole(AriaRole.CHECKBOX).nth(1).check();
        open("#/ledger/" + LedgerStandIn.LINE);
        assertThat(page.locator("h1")).hasText(hostile);
        assertThat(page.locator(".revisions .kept-lines")).hasText(hostile);
        button("启动推进").click();
        page.getByLabel("工作说明").fill(hostile);
        ledger.step("RETURNED", hostile, hostile);
        button("确认启动").click();
        assertThat(page.locator(".changes")).containsText(hostile);
        assertThat(page.evaluate("window.hurt")).isNull();
        assertThat(page.locator("main img, main script").count()).isZero();
    }

    @Test
    void aStepForManyIsTriedLineByLineBeforeItIsTaken() {
        open("#/ledger");
        page.getByRole(AriaRole.CHECKBOX).nth(1).waitFor();
        page.locator("table.lines tbody input[type=checkbox]").first().check();
        button("启动推进").click();
        Locator box = page.locator("dialog");
        box.getByLabel("工作说明").fill("已部署");
        button("先试办，看逐条结果").click();
        assertThat(box.getByText("试办：1 条可以办理，0 条不能；尚未作任何修改")).isVisible();
        assertThat(box.locator("table.lines tbody tr")).containsText("✓ 将办理");
        assertThat(box.locator("table.lines tbody tr")).containsText("推进中");
        assertThat(ledger.sent()).containsExactly("bulk dryRun=true");
        box.getByLabel("工作说明").fill("已全面部署");
        button("先试办，看逐条结果").click();
        button("启动推进（1 条）").click();
        assertThat(box).hasCount(0);
        assertThat(ledger.sent()).containsExactly("bulk dryRun=true", "bulk dryRun=true", "bulk ");
        assertThat(ledger.status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void everyNumberOfTheStatisticsOpensTheLinesThatItCounts() {
        open("#/statistics");
        Locator row = page.locator("table.lines tbody tr").filter(new Locator.FilterOptions().setHasText("金融"));
        assertThat(row.locator("td a")).hasCount(9);
        for (String[] behind : new String[][] {
            {"任务数 501", "counted=true", "domain=finance"},
            {"尚无消息 496", "outcome=UNKNOWN", "counted=true"},
            {"未销号 4", "outcome=OPEN", "counted=true"},
            {"已采纳（含部分采纳） 1", "outcome=ADOPTED,PARTIAL", "domain=finance"},
            {"有消息且适用 5", "outcome=OPEN,ADOPTED,PARTIAL", "level=PROVINCE"},
            {"仅文件佐证 1", "evidenced=true", "counted=true"}
        }) {
            open("#/statistics");
            row.getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(behind[0]).setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("table.lines tbody th")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("#/ledger\\?"));
            assertThat(ledger.asked().getLast()).contains(behind[1], behind[2]);
        }
        open("#/ledger?outcome=OPEN%2CADOPTED&counted=true");
        assertThat(page.locator(".filter-chosen")).containsText("未销号、已采纳");
    }

    @Test
    void cellsOfTheMatrixAreReachedByArrowsAndOpenTheirLine() {
        open("#/matrix");
        Locator cells = page.locator(".matrix-cell");
        assertThat(cells.first()).isVisible();
        cells.first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("End");
        assertThat(page.locator(".matrix-cell:focus")).hasAttribute("aria-label", Pattern.compile("湖南省.*：.+"));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#/ledger/obl-"));
    }

    @Test
    void everyViewFitsOnAPhone() {
        visit(360, ColorScheme.DARK);
        for (String hash : List.of(
                "#/ledger",
                "#/ledger/" + LedgerStandIn.LINE,
                "#/ledger/import",
                "#/statistics",
                "#/statistics?view=curve",
                "#/statistics?view=gaps",
                "#/statistics?view=comparison",
                "#/matrix",
                "#/plans",
                "#/plans/doc-aaaaaaaaaaaaaaaaaaaaaaaaa1",
                "#/plans/doc-aaaaaaaaaaaaaaaaaaaaaaaaa1?view=behind",
                "#/plans/doc-aaaaaaaaaaaaaaaaaaaaaaaaa1?view=tasks")) {
            open(hash);
            assertThat(page.locator("main h1")).isVisible();
            assertThat(page.locator("main .waiting")).hasCount(0);
            assertThat(page.locator("main .problem:visible")).hasCount(0);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(hash)
                    .isEqualTo(0);
            picture(hash);
        }
    }

    private void picture(String hash) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, "phone-" + hash.replaceAll("[^a-z]+", "-") + ".png"))
                    .setFullPage(true));
        }
    }
}
