package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix with 500 invented cases in 60 invented regions. */
@Timeout(300)
class MatrixInBrowserIT {
    private static final int CASES = 500;
    private static final int REGIONS = 60;
    private static final int ALL = CASES * REGIONS;

    private static final String SESSION = SignedInPage.session("\"coordinator\"", "");
    private static final Pattern FROM = Pattern.compile("[?&]cursor=(\\d+)");
    private static final Pattern SIZE = Pattern.compile("[?&]size=(\\d+)");

    /** Goes to the end in both directions and back, by that many pixels at a time; answers the most cells there were. */
    private static final String THERE_AND_BACK = """
            async (step) => {
              const grid = document.querySelector('.matrix');
              const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const [height, width] = [grid.scrollHeight - grid.clientHeight, grid.scrollWidth - grid.clientWidth];
              const places = Array.from({ length: Math.ceil(height / step) + 1 }, (_, i) => Math.min(1, i * step / height));
              let most = 0;
              for (const place of [...places, ...places.toReversed()]) {
                grid.scrollTo(place * width, place * height);
                await drawn();
                most = Math.max(most, grid.querySelectorAll('.matrix-cell').length);
              }
              return most;
            }""";

    /** Whether the middle of a cell is what is seen at its place, and not a head or another row. */
    private static final String IS_SEEN = """
            (cell) => {
              const box = cell.getBoundingClientRect();
              return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === cell;
            }""";

    @AutoClose
    private static ConsoleInBrowser console;

    private SignedInPage desk;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
    }

    @BeforeEach
    void start() {
        desk = console.visit(1280, ColorScheme.LIGHT, SESSION);
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        desk.close();
    }

    private void open(int width) {
        desk.page.setViewportSize(width, 800);
        desk.page.route(Pattern.compile("/api/replication/v1/matrix\\?"), MatrixInBrowserIT::answer);
        desk.open("#/matrix");
        assertThat(desk.page.locator(".matrix-row")).hasCount(CASES + 1);
        assertThat(cell(0, 0)).isVisible();
    }

    private Locator cell(int row, int column) {
        return desk.page.locator(".matrix-cell[data-i='%d'][data-j='%d']".formatted(row, column));
    }

    private int cells() {
        return desk.page.locator(".matrix-cell").count();
    }

    private void isFocusedAndSeen(int row, int column) {
        assertThat(cell(row, column)).isFocused();
        assertThat((Boolean) cell(row, column).evaluate(IS_SEEN))
                .as("cell %d, %d", row, column)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, 3000", "360, 2000"})
    void onlyCellsNearTheWindowAreThere(int width, int most) {
        open(width);
        assertThat(cells()).isBetween(1, most);
        assertThat(((Number) desk.page.evaluate(THERE_AND_BACK, 1000)).intValue())
                .isBetween(1, most);
        assertThat(cells()).isBetween(1, most);
        assertThat(cell(0, 0)).isVisible();
        assertThat(cell(CASES - 1, REGIONS - 1)).hasCount(0);
        assertThat((Integer) desk.page.evaluate("() => document.querySelectorAll('*').length"))
                .isLessThan(ALL / 3);
        desk.isNotWiderThanTheWindow("matrix");
    }

    @Test
    void whatIsScrolledToIsThereAtItsPlace() {
        open(1280);
        desk.page.locator(".matrix").evaluate("(grid) => grid.scrollTo(grid.scrollWidth, grid.scrollHeight)");
        Locator last = cell(CASES - 1, REGIONS - 1);
        assertThat(last).hasAttribute("aria-label", "第60区，样例案例500：已采纳");
        last.scrollIntoViewIfNeeded();
        assertThat((Boolean) last.evaluate(IS_SEEN)).isTrue();
        assertThat(last.locator("xpath=..")).hasAttribute("aria-colindex", "61");
        assertThat(last.locator("xpath=../..")).hasAttribute("aria-rowindex", "501");
        double head = desk.page.locator(".matrix-region").last().boundingBox().x;
        assertThat(last.locator("xpath=..").boundingBox().x).isCloseTo(head, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"1280", "360"})
    void lastRowAndColumnAreReachedByKeyboard(int width) {
        open(width);
        desk.tabTo(cell(0, 0));
        for (int i = 0; i < CASES / 10; i++) {
            desk.page.keyboard().press("PageDown");
        }
        isFocusedAndSeen(CASES - 1, 0);
        desk.page.keyboard().press("End");
        isFocusedAndSeen(CASES - 1, REGIONS - 1);
        desk.page.keyboard().press("ArrowDown");
        desk.page.keyboard().press("ArrowRight");
        isFocusedAndSeen(CASES - 1, REGIONS - 1);
        desk.page.keyboard().press("Control+Home");
        isFocusedAndSeen(0, 0);
        desk.page.keyboard().press("Control+End");
        isFocusedAndSeen(CASES - 1, REGIONS - 1);
        // the keyboard stays where it is while somebody scrolls elsewhere
        desk.page.locator(".matrix").evaluate("(grid) => grid.scrollTo(0, 0)");
        assertThat(cell(0, 0)).isVisible();
        assertThat(cell(CASES - 2, REGIONS - 1)).hasCount(0);
        desk.page.keyboard().press("ArrowUp");
        isFocusedAndSeen(CASES - 2, REGIONS - 1);
        assertThat(desk.page.locator(".matrix-cell[tabindex='0']")).hasCount(1);
        desk.page.keyboard().press("Enter");
        assertThat(desk.page).hasURL(Pattern.compile("#/ledger/obl-498x59$"));
    }

    @Test
    void allCellsAreThereWhenItIsPrinted() {
        open(1280);
        desk.page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        assertThat(desk.page.locator(".matrix-cell")).hasCount(ALL);
        desk.page.evaluate("() => dispatchEvent(new Event('afterprint'))");
        assertThat(cell(CASES - 1, REGIONS - 1)).hasCount(0);
    }

    /** A page of the matrix, as replication answers in shape. */
    private static void answer(Route route) {
        String address = route.request().url();
        int from = number(FROM, address, 0);
        int to = Math.min(CASES, from + number(SIZE, address, CASES));
        String next = to < CASES ? ",\"next\":\"" + to + "\"" : "";
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"regions\":[" + listed(0, REGIONS, MatrixInBrowserIT::region) + "],\"rows\":["
                        + listed(from, to, MatrixInBrowserIT::row) + "]" + next + "}"));
    }

    private static int number(Pattern pattern, String address, int otherwise) {
        Matcher found = pattern.matcher(address);
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }

    private static String listed(int from, int to, IntFunction<String> one) {
        return IntStream.range(from, to).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String region(int column) {
        return "{\"code\":\"%d\",\"name\":\"第%d区\",\"level\":\"PROVINCE\"}".formatted(100_000 + column, column + 1);
    }

    private static String row(int row) {
        return "{\"id\":\"case-%d\",\"title\":\"样例案例%d\",\"domains\":[\"trade\"],\"cells\":{%s}}"
                .formatted(row, row + 1, listed(0, REGIONS, column -> cell(row, column, outcome(row, column))));
    }

    private static String outcome(int row, int column) {
        return switch ((row + column) % 3) {
            case 0 -> "ADOPTED";
            case 1 -> "PARTIAL";
            default -> "NOT_APPLICABLE";
        };
    }

    private static String cell(int row, int column, String outcome) {
        return ("\"%d\":{\"role\":\"ADOPTER\",\"status\":\"CLOSED\",\"outcome\":\"%s\",\"assurance\":\"NONE\","
                        + "\"evidenced\":false,\"obligation\":\"obl-%dx%d\"}")
                .formatted(100_000 + column, outcome, row, column);
    }
}
