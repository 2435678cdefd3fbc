package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view as axe-core judges it, in both themes: nothing serious or critical. */
@Timeout(600)
class AccessibilityIT {
    private static final String ALL_ROLES = SignedInPage.session(
            "\"publisher\",\"coordinator\",\"operator\",\"agency\",\"auditor\"", ",\"agency\":\"样例海关\"");

    private static final List<String> VIEWS = List.of(
            "#/",
            "#/search?q=通关",
            "#/search?q=无",
            "#/case/" + Services.CASE,
            "#/case/" + Services.HOSTILE_CASE,
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
            "#/plans/doc-aaaaaaaaaaaaaaaaaaaaaaaaa1?view=tasks",
            "#/documents",
            "#/documents?tab=sources",
            "#/documents/" + IngestStandIn.HELD,
            "#/documents/" + IngestStandIn.HOSTILE,
            "#/subscriptions",
            "#/subscriptions/new?domains=trade",
            "#/subscriptions/" + NotifyStandIn.SUBSCRIPTION,
            "#/operations",
            "#/operations/missing",
            "#/operations/dead-letters?service=replication",
            "#/operations/dead-letters/replication/casewire.task-dlt/0/17",
            "#/sign-in",
            "#/none");

    private static final String SERIOUS = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(found => ['serious', 'critical'].includes(found.impact))
                .map(found => found.id + ' (' + found.impact + '): ' + found.help + '\\n    '
                    + found.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + node.html.slice(0, 160)
                        + ' ' + node.any.map(check => check.message).join('; ').slice(0, 300)).join('\\n    '))""";

    @AutoClose
    private static ConsoleInBrowser console;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        new NotifyStandIn(console.backend()).reset();
        new IngestStandIn(console.backend()).reset();
        new LettersStandIn(console.backend()).reset();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, zh", "DARK, 1280, en", "DARK, 360, zh"})
    void findsNothingSerious(ColorScheme scheme, int width, String language) {
        List<String> found = new ArrayList<>();
        try (SignedInPage desk = console.visit(width, scheme, ALL_ROLES)) {
            if (language.equals("en")) {
                desk.page.locator("#language").click();
            }
            desk.page.evaluate(axe());
            for (String view : VIEWS) {
                desk.open(view);
                assertThat(desk.page.locator("main .view > *").first()).isVisible();
                assertThat(desk.page.locator("main .waiting")).hasCount(0);
                if (desk.page.evaluate(SERIOUS) instanceof List<?> violations) {
                    violations.forEach(violation -> found.add(view + "\n  " + violation));
                }
            }
        }
        assertThat(found).as(String.join("\n", found)).isEmpty();
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
