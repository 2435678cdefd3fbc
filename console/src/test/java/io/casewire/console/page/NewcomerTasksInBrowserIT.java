package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** What somebody does in the first hour, from the start page on and without an address typed; each says how long it took. */
@Timeout(300)
class NewcomerTasksInBrowserIT {
    private static final String REPORTER =
            SignedInPage.session("\"region\"", ",\"regionCode\":\"430000\",\"regionName\":\"湖南省\"");
    private static final String REVIEWER = SignedInPage.session("\"coordinator\"", "");
    private static final String OPERATOR = SignedInPage.session("\"publisher\",\"operator\"", "");

    @AutoClose
    private static ConsoleInBrowser console;

    private static IngestStandIn ingest;
    private static LettersStandIn letters;

    private String task = "";

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        ingest = new IngestStandIn(console.backend());
        letters = new LettersStandIn(console.backend());
    }

    @BeforeEach
    void start(TestInfo test) {
        task = test.getDisplayName();
        ingest.reset();
        letters.reset();
        console.services().ledger().restart(LedgerStandIn.TITLE);
    }

    @Test
    void findsCasesByTheSizeOfTheirEffect() {
        timed(REVIEWER, desk -> {
            desk.link("检索").click();
            desk.page.locator("#indicator").fill("通关时间");
            desk.page.locator("#change").selectOption("..-50");
            desk.page.locator("#indicator").press("Enter");
            assertThat(desk.page)
                    .hasURL(Pattern.compile("#/search\\?indicator=%E9%80%9A%E5%85%B3%E6%97%B6%E9%97%B4&change=..-50$"));
            assertThat(desk.page.locator("#indicator")).hasValue("通关时间");
            assertThat(desk.page.locator("#change")).hasValue("..-50");
            assertThat(desk.page.locator(".case-item").first()).isVisible();
            desk.link("清除筛选").click();
            assertThat(desk.page).hasURL(Pattern.compile("#/search$"));
        });
    }

    @Test
    void seesWhoLagsOnACaseAndTakesTheListAlong() {
        timed(REVIEWER, desk -> {
            desk.link("检索").click();
            desk.page.locator(".case-item h3 a").first().click();
            desk.link("在台账中查看各地任务，可导出").click();
            assertThat(desk.page).hasURL(Pattern.compile("#/ledger\\?case=case-[a-z0-9]+&all=true$"));
            assertThat(desk.page.locator("table.lines tbody tr")).hasCount(1);
            Download list = desk.page.waitForDownload(() -> desk.page
                    .locator("a[href*='ledger/export'][href*='format=xlsx']")
                    .click());
            assertThat(list.suggestedFilename()).isEqualTo("ledger.xlsx");
            assertThat(console.services().ledger().asked().getLast()).contains("case=case-", "format=xlsx");
        });
    }

    @Test
    void takesALineFromNotStartedToClosedWithAFileAsEvidence() {
        timed(REPORTER, desk -> {
            desk.link("台账").click();
            desk.page.locator("main a[aria-label*='打开任务：']").first().press("Enter");
            press(desk, "登记为未启动");
            press(desk, "登记");
            assertThat(desk.button("登记为未启动")).hasCount(0);
            press(desk, "启动推进");
            assertThat(desk.page.getByLabel("工作说明")).isFocused();
            desk.page.keyboard().insertText("已印发实施方案");
            press(desk, "确认启动");
            assertThat(desk.button("提交审核")).isVisible();
            desk.page
                    .locator("#attachment")
                    .setInputFiles(
                            new FilePayload("方案.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
            assertThat(desk.page.locator(".attached")).containsText("方案.pdf");
            press(desk, "提交审核");
            desk.page.getByLabel("结果").selectOption("ADOPTED");
            desk.page.getByLabel("工作说明").fill("各片区均已落实");
            press(desk, "提交");
            assertThat(desk.button("撤回提交")).isVisible();
        });
        timed(REVIEWER, desk -> {
            desk.link("台账").click();
            desk.page.locator("main a[aria-label*='打开任务：']").first().press("Enter");
            assertThat(desk.page.locator(".revisions a[download]").first()).hasText("方案.pdf");
            press(desk, "审核销号");
            press(desk, "销号");
            assertThat(desk.button("重新打开")).isVisible();
        });
        assertThat(console.services().ledger().status()).isEqualTo("CLOSED");
    }

    @Test
    void findsWhatWasNotReadOfADocumentCorrectsAFieldAndPublishes() {
        timed(OPERATOR, desk -> {
            desk.link("文件").click();
            desk.page.locator("table.lines tbody th a").first().click();
            assertThat(desk.page.locator(".coverage")).containsText("2 段没有读出记录");
            press(desk, "下一处无记录");
            assertThat(desk.page.locator("#L9")).isFocused();
            desk.page.locator("#record-case-held0000000000000000000003").click();
            press(desk, "更正：标题");
            desk.page.locator("dialog input[name=value]").fill("跨境电商退货一站式办理");
            desk.page.locator("dialog textarea[name=reason]").fill("原件为“办理”");
            desk.dialogButton("保存更正").press("Enter");
            assertThat(desk.page.locator(".corrections")).containsText("跨境电商退货一站式办理");
            press(desk, "发布");
            desk.dialogButton("发布").press("Enter");
            assertThat(desk.page.locator(".doc-now")).containsText("已发布");
        });
    }

    @Test
    void replaysADeadLetter() {
        letters.mend();
        timed(OPERATOR, desk -> {
            desk.link("运维").click();
            Locator open = desk.page.locator("main a[href*='dead-letters?service=replication']");
            assertThat(open).containsText("2");
            open.press("Enter");
            press(desk, "重放 casewire.task-dlt/0@17");
            desk.dialogButton("重放").press("Enter");
            assertThat(desk.page.locator("tbody tr").first()).containsText("已处理");
        });
    }

    private static void press(SignedInPage desk, String button) {
        desk.button(button).press("Enter");
    }

    private void timed(String session, Task steps) {
        try (SignedInPage desk = console.visit(1280, ColorScheme.LIGHT, session)) {
            desk.open("#/");
            long begun = System.nanoTime();
            steps.with(desk);
            System.out.printf(
                    "%s: %d ms%n",
                    task, Duration.ofNanos(System.nanoTime() - begun).toMillis());
            desk.picture(task.replaceAll("\\W", ""));
        }
    }

    /** What is done in the page. */
    private interface Task {
        void with(SignedInPage desk);
    }
}
