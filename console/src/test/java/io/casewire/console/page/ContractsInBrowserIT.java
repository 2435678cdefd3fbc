package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the foot of the page to what is served on topics, events and HTTP interfaces. */
@Timeout(300)
class ContractsInBrowserIT {
    @AutoClose
    private static ConsoleInBrowser console;

    private SignedInPage desk;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
    }

    @BeforeEach
    void start() {
        desk = console.visit(1280, ColorScheme.LIGHT, SignedInPage.session("\"agency\"", ""));
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        desk.close();
    }

    @Test
    void theFootLeadsToThePageAndOnToItsFiles() {
        desk.open("#/search");
        desk.link("对外接口（API、事件）").click();
        assertThat(desk.page).hasURL(console.at("/contracts/"));
        assertThat(desk.page.locator("h1")).hasText("Casewire 对外接口");
        Response topics = desk.page.waitForResponse(
                "**/contracts/asyncapi.json", () -> desk.link("asyncapi.json").click());
        assertThat(topics.status()).isEqualTo(200);
    }

    @Test
    void whoReadsEnglishComesToTheEnglishPage() {
        desk.page.locator("#language").click();
        Locator link = desk.link("Contracts (API, events)");
        desk.tabTo(link);
        desk.page.keyboard().press("Enter");
        assertThat(desk.page).hasURL(console.at("/contracts/en.html"));
        assertThat(desk.page.locator("h1")).hasText("Casewire: contracts");
        desk.link("中文").click();
        assertThat(desk.page.locator("h1")).hasText("Casewire 对外接口");
    }
}
