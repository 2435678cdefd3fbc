package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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

/** What listeners put aside, in a real browser, as an operator sees it. */
@Timeout(300)
class DeadLettersInBrowserIT {
    private static final String OPERATOR = SignedInPage.session("\"operator\"", "");
    private static final String LETTERS = "#/operations/dead-letters?service=replication";
    private static final String LETTER = "#/operations/dead-letters/replication/casewire.task-dlt/0/17";

    @AutoClose
    private static ConsoleInBrowser console;

    private static LettersStandIn letters;

    private SignedInPage desk;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        letters = new LettersStandIn(console.backend());
    }

    @BeforeEach
    void start() {
        letters.reset();
        desk = console.visit(1280, ColorScheme.LIGHT, OPERATOR);
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        desk.close();
    }

    @Test
    void operationsCountThemLeadToThemAndSayWhoIsBehind() {
        desk.open("#/operations");
        var ofReplication = desk.page.locator("main a[href='" + LETTERS + "']");
        assertThat(ofReplication).containsText("2");
        assertThat(desk.page.locator("main")).containsText("1 个监听组有积压");
        assertThat(desk.page.getByRole(AriaRole.REGION)).containsText(new String[] {"casewire.task"});
        // notify tells nothing here, and that is said
        assertThat(desk.page.locator("main")).containsText("没有回答，积压不明");
        desk.tabTo(ofReplication);
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator("main h1")).hasText("死信");
        assertThat(desk.page.locator("tbody tr")).hasCount(2);
        assertThat(desk.page.locator("main")).containsText("<img src=x onerror=alert(1)>");
        assertThat(desk.page.locator("main :is(img, script)")).hasCount(0);
    }

    @Test
    void oneIsLookedIntoAndReplayedUntilItIsHandled() {
        desk.open(LETTERS);
        desk.page.locator("tbody th a").first().click();
        assertThat(desk.page).hasURL(Pattern.compile(LETTER + "$"));
        assertThat(desk.page.locator(".payload")).hasText("{\"title\":\"<script>alert(3)</script>\"}");
        assertThat(desk.page.locator(".facts").first()).containsText("任务没有单位");
        desk.button("重放 casewire.task-dlt/0@17").click();
        desk.dialogButton("取消").click();
        assertThat(letters.asked).isEmpty();
        desk.button("重放 casewire.task-dlt/0@17").click();
        desk.dialogButton("重放").click();
        assertThat(desk.page.locator(".news")).containsText("再次失败：任务没有单位");
        assertThat(desk.page.locator(".revisions")).containsText("再次失败");
        letters.mend();
        desk.button("重放 casewire.task-dlt/0@17").click();
        desk.dialogButton("重放").click();
        assertThat(desk.page.locator(".revisions")).containsText("已处理");
        assertThat(letters.asked)
                .hasSize(2)
                .allMatch(asked -> asked.startsWith("/api/replication/v1/dead-letters/casewire.task-dlt/0/17/replay"));
    }

    @Test
    void allOfATopicAreReplayedPartByPartAndTheResultStays() {
        desk.open(LETTERS);
        desk.button("重放 casewire.task-dlt 的全部").click();
        desk.dialogButton("重放").click();
        assertThat(desk.page.locator("main .notice")).containsText("已处理 0 条，失败 1 条，跳过 1 条");
        assertThat(desk.page.locator("main .notice")).containsText("casewire.task-dlt/0@17");
        assertThat(letters.asked)
                .containsExactly(
                        "/api/replication/v1/dead-letters/replay {\"topic\":\"casewire.task-dlt\"}",
                        "/api/replication/v1/dead-letters/replay {\"topic\":\"casewire.task-dlt\",\"cursor\":\"bmV4dA\"}");
    }

    @Test
    void whatHasNoContentIsSentToTheCommandLine() {
        desk.open(LETTER.replace("/17", "/18"));
        assertThat(desk.page.locator(".notice")).containsText("./casewire dead-letters replay casewire.task-dlt/0@18");
        assertThat(desk.page.locator("main button")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, zh", "1280, DARK, en", "360, LIGHT, zh", "360, DARK, en"})
    void nothingIsWiderThanTheWindow(int width, ColorScheme scheme, String language) {
        desk.close();
        desk = console.visit(width, scheme, OPERATOR);
        if (language.equals("en")) {
            desk.page.locator("#language").click();
        }
        for (String place : List.of("#/operations", LETTERS, LETTER)) {
            desk.open(place);
            assertThat(desk.page.locator("main h1")).isVisible();
            assertThat(desk.page.locator(".waiting")).hasCount(0);
            desk.isNotWiderThanTheWindow(place);
            desk.picture("letters" + place.length() + "-" + width + "-" + scheme);
        }
    }
}
