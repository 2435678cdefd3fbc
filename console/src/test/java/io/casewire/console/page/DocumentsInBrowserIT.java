package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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

/** Documents are sent, read beside their text, corrected and published. */
@Timeout(300)
class DocumentsInBrowserIT {
    private static final String OPERATOR = SignedInPage.session("\"publisher\",\"operator\"", "");

    @AutoClose
    private static ConsoleInBrowser console;

    private static IngestStandIn ingest;

    private SignedInPage desk;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        ingest = new IngestStandIn(console.backend());
    }

    @BeforeEach
    void start() {
        ingest.reset();
        desk = console.visit(1280, ColorScheme.LIGHT, OPERATOR);
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        desk.close();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofTwoFilesOneIsPublishedAndOneRefusedInTheReadersWords() {
        desk.open("#/documents");
        desk.page.locator("#hold").check();
        desk.page.locator("#files").setInputFiles(new FilePayload[] {file("样例通知.txt", "通知"), file("图片.png", "\u0000")});
        Locator uploads = desk.page.locator(".upload");
        assertThat(uploads).hasCount(2);
        Locator refused = uploads.filter(new Locator.FilterOptions().setHasText("图片.png"));
        assertThat(refused).containsText("这种文件无法读取");
        assertThat(refused).containsText("it contains NUL bytes");
        Locator taken = uploads.filter(new Locator.FilterOptions().setHasText("样例通知.txt"));
        assertThat(taken.locator(".upload-state")).containsText("已发布");
        assertThat(taken.locator("a")).hasAttribute("href", "#/documents/src-new000000000000000000000001");
        assertThat(desk.page.locator("[role=status]", new Page.LocatorOptions().setHasText("本次")))
                .containsText("本次 2 份：1 份已有结果，1 份被拒收，0 份进行中");
        assertThat(ingest.asked).allMatch(asked -> asked.startsWith("POST /api/ingest/v1/documents?hold=true "));
        // what was sent is still told of where somebody looked elsewhere meanwhile
        desk.open("#/search");
        desk.open("#/documents");
        assertThat(desk.page.locator(".upload")).hasCount(2);
    }

    @Test
    void whatWasNoFaultOfTheFileIsSentOnceMore() {
        desk.open("#/documents");
        desk.page.locator("#files").setInputFiles(file("再来.txt", "通知"));
        assertThat(desk.page.locator(".upload")).containsText("当前待处理文件太多");
        desk.button("重新上传“再来.txt”").click();
        assertThat(desk.page.locator(".upload .upload-state")).containsText("已发布");
        assertThat(desk.page.locator(".upload-why")).isEmpty();
        assertThat(ingest.asked).hasSize(2);
    }

    @Test
    void filesAreTakenWhereTheyAreDropped() {
        desk.open("#/documents");
        desk.page.locator(".drop").evaluate("""
                place => {
                  const dropped = new DataTransfer();
                  dropped.items.add(new File(['通知'], '拖入.txt'));
                  place.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
                }""");
        assertThat(desk.page.locator(".upload")).containsText("拖入.txt");
        assertThat(desk.page.locator(".upload .upload-state")).containsText("已发布");
        assertThat(ingest.asked).singleElement().asString().startsWith("POST /api/ingest/v1/documents ");
    }

    @Test
    void documentsAreListedByStateAndPage() {
        desk.open("#/documents");
        assertThat(desk.page.locator("table.lines tbody tr")).hasCount(2);
        assertThat(desk.page.locator("table.lines tbody tr").first()).containsText("待人工确认");
        assertThat(desk.page.locator("table.lines tbody tr").first()).containsText("自称 3，不一致");
        desk.link("下一页").click();
        assertThat(desk.page).hasURL(Pattern.compile("cursor=bmV4dA"));
        desk.link("处理失败").click();
        assertThat(desk.page).hasURL(Pattern.compile("#/documents\\?state=FAILED$"));
        assertThat(desk.page.locator(".notice")).containsText("没有这种状态的文件");
        desk.link("待人工确认").click();
        assertThat(desk.page.locator("table.lines tbody tr")).hasCount(1);
    }

    @Test
    void linesWithoutARecordAreFoundBothWays() {
        desk.open("#/documents/" + IngestStandIn.HELD);
        assertThat(desk.page.locator(".coverage")).containsText("正文 7 段：2 段归入记录，2 段没有读出记录，3 段");
        assertThat(desk.page.locator(".line-unread")).hasCount(2);
        desk.button("下一处无记录").click();
        assertThat(desk.page.locator("#L9")).isFocused();
        assertThat(desk.page).hasURL(Pattern.compile("line=9$"));
        desk.button("下一处无记录").click();
        assertThat(desk.page.locator("#L10")).isFocused();
        // from the line to the report, and back
        desk.page.locator("#L10 .mark-unread").click();
        Locator noticed = desk.page.locator(".noticed li:focus");
        assertThat(noticed).containsText("UNPARSED_TEXT");
        noticed.locator("button").click();
        assertThat(desk.page.locator("#L9")).isFocused();
        assertThat(desk.page.locator("#L7")).hasClass(Pattern.compile("line-WARNING"));
        assertThat(desk.page.locator(".doc-counts .count-off")).containsText("3 不一致");
        // such an address can be sent on
        desk.open("#/none");
        desk.open("#/documents/" + IngestStandIn.HELD + "?line=7");
        assertThat(desk.page.locator("#L7")).isFocused();
    }

    @Test
    void aPreviewTellsOldFromNew() {
        desk.open("#/documents/" + IngestStandIn.HELD);
        Locator diff = desk.page.locator(".diff tbody tr");
        assertThat(diff).hasCount(2);
        assertThat(diff.first()).containsText("类别");
        assertThat(diff.first().locator(".diff-old")).hasText("通关便利");
        assertThat(diff.first().locator(".diff-now")).hasText("贸易便利化");
        assertThat(diff.last().locator(".diff-old")).hasText("未载明");
        assertThat(desk.page.locator(".differences").filter(new Locator.FilterOptions().setHasText("缺少")))
                .containsText("保税仓储一日通");
    }

    @Test
    void aMisreadFieldIsCorrectedAndTheDocumentPublishedWithTheKeyboardAlone() {
        desk.open("#/documents/" + IngestStandIn.HELD);
        Locator record = desk.page.locator("#record-case-held0000000000000000000003");
        desk.tabTo(record);
        desk.page.keyboard().press("Enter");
        desk.tabTo(desk.button("更正：标题"));
        desk.page.keyboard().press("Enter");
        Locator value = desk.page.locator("dialog input[name=value]");
        assertThat(value).isFocused();
        assertThat(value).hasValue("跨境电商退货一站式办里");
        assertThat(desk.page.locator("dialog")).containsText("以“李雷”的名义记入");
        desk.page.keyboard().press("Control+A");
        desk.page.keyboard().type("跨境电商退货一站式办理");
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator("dialog textarea[name=reason]")).isFocused();
        desk.page.keyboard().type("原件为“办理”");
        desk.tabTo(desk.dialogButton("保存更正"));
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".corrections")).containsText("跨境电商退货一站式办里 → 跨境电商退货一站式办理");
        assertThat(desk.page.locator(".corrections")).containsText("李雷");
        assertThat(record).isFocused();
        assertThat(ingest.asked)
                .containsExactly("POST /api/ingest/v1/records/case-held0000000000000000000003/corrections "
                        + "{\"field\":\"/title\",\"value\":\"跨境电商退货一站式办理\",\"reason\":\"原件为“办理”\"}");
        desk.button("发布").focus();
        desk.page.keyboard().press("Enter");
        desk.tabTo(desk.dialogButton("发布"));
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".doc-now")).containsText("已发布");
        assertThat(ingest.asked.getLast())
                .startsWith("POST /api/ingest/v1/documents/" + IngestStandIn.HELD + "/publish ");
    }

    @Test
    void aRejectionNeedsAReason() {
        desk.open("#/documents/" + IngestStandIn.HELD);
        desk.button("不采用").click();
        desk.dialogButton("不采用").click();
        assertThat(desk.page.locator("dialog .error")).hasText("请填写此项。");
        assertThat(ingest.asked).isEmpty();
        desk.page.keyboard().press("Escape");
        assertThat(desk.page.locator("dialog")).hasCount(0);
        assertThat(desk.button("不采用")).isFocused();
    }

    @Test
    void whatADocumentSaysOfItselfIsNeverMarkup() {
        for (String place : List.of("#/documents", "#/documents/" + IngestStandIn.HOSTILE, "#/documents?tab=sources")) {
            desk.open(place);
            assertThat(desk.page.locator(".waiting")).hasCount(0);
            assertThat(desk.page.locator("main :is(h1, td, th)").first()).isVisible();
            assertThat(desk.page.locator("main :is(img, iframe, script, svg)")).hasCount(0);
            assertThat(desk.page.locator("main a[href^='javascript:']")).hasCount(0);
        }
        desk.open("#/documents/" + IngestStandIn.HOSTILE + "?record=case-bad000000000000000000000001");
        assertThat(desk.page.locator(".record-body")).containsText("</textarea><script>alert(5)</script>");
        assertThat(desk.page.locator("main h1")).hasText("<script>alert(1)</script>");
    }

    @Test
    void sourcesSayHowTheyDo() {
        desk.open("#/documents?tab=sources");
        Locator first = desk.page.locator("table.lines tbody tr").first();
        assertThat(first).containsText("失败");
        assertThat(first).containsText("对方网站返回 503");
        assertThat(first).containsText("2026/02/20");
        desk.button("立即查看“样例省政府发文”").click();
        assertThat(desk.page.locator(".news")).containsText("已安排查看“样例省政府发文”");
        first.locator("summary").click();
        assertThat(first).containsText("对方网站返回 404");
        assertThat(desk.page.locator("main :is(img, script)")).hasCount(0);
    }

    @Test
    void operatorsKeepSources() {
        desk.open("#/documents?tab=sources");
        desk.button("新增监测来源").click();
        desk.page.locator("dialog input[name=name]").fill("样例市发文");
        desk.page.getByLabel("网页地址").fill("https://example.com/zcwj/");
        desk.page.getByLabel("间隔").selectOption("PT6H");
        desk.dialogButton("开始监测").click();
        // each sentence stands at the field it is about, and what was typed stays
        assertThat(desk.page.locator("dialog input[name=url] ~ .error")).containsText("该网站不在允许的名单里");
        assertThat(desk.page.locator("dialog input[name=selector] ~ .error")).containsText("CSS");
        desk.page.getByLabel("网页地址").fill("https://www.example.gov.cn/b/");
        desk.dialogButton("开始监测").click();
        assertThat(desk.page.locator("dialog")).hasCount(0);
        assertThat(ingest.asked.getLast())
                .isEqualTo("POST /api/ingest/v1/sources {\"name\":\"样例市发文\",\"url\":\"https://www.example.gov.cn/b/\","
                        + "\"every\":\"PT6H\",\"backfill\":false,\"history\":\"SKIP\",\"active\":true}");

        desk.button("暂停“样例省政府发文”").click();
        assertThat(desk.page.locator(".news")).containsText("已暂停“样例省政府发文”");
        assertThat(ingest.asked.getLast())
                .isEqualTo("PUT /api/ingest/v1/sources/watch-1 {\"name\":\"样例省政府发文\","
                        + "\"url\":\"https://www.example.gov.cn/zcwj/\",\"every\":\"PT1H\",\"backfill\":false,"
                        + "\"history\":\"SKIP\",\"active\":false}");
        desk.button("修改“样例省政府发文”").click();
        assertThat(desk.page.getByLabel("网页地址")).hasValue("https://www.example.gov.cn/zcwj/");
        desk.page.keyboard().press("Escape");
        desk.button("删除“样例省政府发文”").click();
        desk.dialogButton("取消").click();
        desk.button("删除“样例省政府发文”").click();
        desk.dialogButton("删除").click();
        assertThat(desk.page.locator(".news")).containsText("已删除“样例省政府发文”");
        assertThat(ingest.asked.getLast()).isEqualTo("DELETE /api/ingest/v1/sources/watch-1 ");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, zh", "1280, DARK, en", "360, LIGHT, zh", "360, DARK, en"})
    void nothingIsWiderThanTheWindow(int width, ColorScheme scheme, String language) {
        desk.close();
        desk = console.visit(width, scheme, OPERATOR);
        if (language.equals("en")) {
            desk.page.locator("#language").click();
        }
        for (String place : List.of("", "/" + IngestStandIn.HELD, "?tab=sources")) {
            desk.open("#/documents" + place);
            assertThat(desk.page.locator(".waiting")).hasCount(0);
            assertThat(desk.page.locator("main h1")).isVisible();
            assertThat(desk.page.locator("table").first()).isAttached();
            desk.isNotWiderThanTheWindow(place);
            desk.picture("documents" + place.length() + "-" + width + "-" + scheme);
        }
    }
}
