package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** Subscriptions are built with a preview, and what was sent for them can be looked at; operations show what fails. */
@Timeout(300)
class SubscriptionsInBrowserIT {
    private static final String AGENCY = SignedInPage.session("\"agency\"", ",\"agency\":\"样例海关\"");
    private static final String OPERATOR = SignedInPage.session("\"operator\"", "");

    @AutoClose
    private static ConsoleInBrowser console;

    private static NotifyStandIn notify;
    private static IngestStandIn ingest;

    private SignedInPage desk;

    @BeforeAll
    static void openConsole() {
        console = ConsoleInBrowser.open();
        notify = new NotifyStandIn(console.backend());
        ingest = new IngestStandIn(console.backend());
    }

    @BeforeEach
    void start() {
        notify.reset();
        ingest.reset();
        desk = console.visit(1280, ColorScheme.LIGHT, AGENCY);
    }

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        desk.close();
    }

    private Locator field(String name) {
        return desk.page.locator("[data-field=" + name + "]");
    }

    @Test
    void aSearchBecomesASubscriptionWithAPreviewAndASecretShownOnce() {
        desk.open("#/search?q=通关&domain=trade&year=2024");
        desk.link("存为订阅").click();
        assertThat(desk.page).hasURL(Pattern.compile("#/subscriptions/new\\?"));
        assertThat(desk.page.locator(".notice").first()).containsText("文件年份");
        assertThat(field("query").locator("input")).hasValue("通关");
        assertThat(field("domains").locator("input[value=trade]")).isChecked();
        assertThat(desk.page.locator(".preview-total")).hasText("9");
        assertThat(desk.page.locator(".weeks li")).hasCount(4);
        assertThat(desk.page.locator(".preview-latest li")).hasCount(2);
        field("name").locator("input").fill("通关新案例");
        field("channel").locator("input[type=url]").fill("https://hooks.example.org/casewire");
        desk.button("创建订阅").click();
        Locator secret = desk.page.locator("dialog .secret");
        assertThat(secret).hasValue(NotifyStandIn.SECRET);
        assertThat(secret).isFocused();
        assertThat(desk.page.locator("dialog")).containsText("只显示这一次");
        // it does not go by a slip
        desk.page.keyboard().press("Escape");
        assertThat(secret).isVisible();
        desk.button("复制 签名密钥").click();
        assertThat(desk.page.locator("dialog [role=status]")).hasText(Pattern.compile("已复制|Ctrl\\+C"));
        desk.dialogButton("我已保存").click();
        assertThat(desk.page).hasURL(Pattern.compile("#/subscriptions/sub-[a-z0-9]+$"));
        assertThat(desk.page.locator("main h1")).hasText("通关新案例");
        assertThat(desk.page.locator("main")).not().containsText(NotifyStandIn.SECRET);
        assertThat(notify.asked)
                .containsExactly("POST /api/notify/v1/subscriptions {\"domains\":[\"trade\"],\"query\":\"通关\","
                        + "\"webhook\":{\"url\":\"https://hooks.example.org/casewire\"},\"name\":\"通关新案例\"}");
    }

    @Test
    void aMisspeltNameIsRefusedAtItsFieldWithTheNearestAndPutRightByKeyboard() {
        desk.open("#/subscriptions/new");
        assertThat(desk.page.locator(".preview")).containsText("选择条件后");
        field("zones").locator("input").focus();
        desk.page.keyboard().type("湖南自冒区");
        desk.page.keyboard().press("Enter");
        assertThat(field("zones").locator(".error")).containsText("没有“湖南自冒区”这个名称");
        assertThat(desk.page.locator(".preview")).containsText("请先更正标出的条件");
        desk.tabTo(field("zones").getByText("改为 湖南自贸试验区"));
        desk.page.keyboard().press("Enter");
        assertThat(field("zones").locator(".chip")).hasText("湖南自贸试验区");
        assertThat(field("zones").locator(".error")).hasCount(0);
        assertThat(desk.page.locator(".preview-total")).hasText("9");
        assertThat(notify.asked).isEmpty();
    }

    @Test
    void aDeliveryIsLookedIntoAndResent() {
        desk.open("#/subscriptions/" + NotifyStandIn.SUBSCRIPTION);
        assertThat(desk.page.locator(".endpoint")).containsText("The receiver answered 500.");
        desk.page.locator(".records summary").first().click();
        assertThat(desk.page.locator(".attempts tbody tr")).hasCount(2);
        assertThat(desk.page.locator(".attempts")).containsText("<script>alert(2)</script>");
        assertThat(desk.page.locator("main :is(img, script)")).hasCount(0);
        desk.page.locator(".record-body button").first().click();
        assertThat(desk.page.locator(".news")).containsText("已安排重发");
        assertThat(notify.asked).singleElement().asString().startsWith("POST /api/notify/v1/deliveries/dlv-1/resend");
        desk.link("已放弃").click();
        assertThat(desk.page).hasURL(Pattern.compile("status=ABANDONED$"));
    }

    @Test
    void aPauseIsConfirmedAndWhatWasMissedIsTold() {
        desk.open("#/subscriptions/" + NotifyStandIn.SUBSCRIPTION);
        desk.button("暂停").click();
        desk.dialogButton("取消").click();
        assertThat(notify.asked).isEmpty();
        desk.button("暂停").click();
        desk.dialogButton("暂停").click();
        assertThat(desk.page.locator(".sub-state")).containsText("已暂停");
        desk.button("恢复").click();
        desk.page.locator("dialog input[name=missed]").check();
        desk.dialogButton("恢复").click();
        assertThat(desk.page.locator(".news")).containsText("补发 3 条，重发 12 条");
        assertThat(notify.asked.getLast()).endsWith("/resume {\"missed\":true}");
        desk.button("开通订阅源").click();
        assertThat(desk.page.locator("dialog .secret").first()).hasValue("https://casewire.example/f/t.atom");
        desk.dialogButton("我已保存").click();
        assertThat(desk.page.locator("dialog")).hasCount(0);
        desk.button("删除").click();
        desk.dialogButton("删除").click();
        assertThat(desk.page).hasURL(Pattern.compile("#/subscriptions$"));
    }

    @Test
    void aChangeKeepsTheChannelAndWhatIsPausedStaysSo() {
        desk.open("#/subscriptions/" + NotifyStandIn.SUBSCRIPTION);
        desk.button("暂停").click();
        desk.dialogButton("暂停").click();
        assertThat(desk.page.locator(".sub-state")).containsText("已暂停");
        desk.link("修改").click();
        assertThat(field("channel").locator("input[value=email]")).isDisabled();
        field("domains").locator("input[value=finance]").check();
        desk.button("保存修改").click();
        assertThat(desk.page).hasURL(Pattern.compile("#/subscriptions/" + NotifyStandIn.SUBSCRIPTION + "$"));
        assertThat(notify.asked.getLast())
                .startsWith("PUT /api/notify/v1/subscriptions/" + NotifyStandIn.SUBSCRIPTION)
                .contains(
                        "\"domains\":[\"trade\",\"finance\"]",
                        "\"active\":false",
                        "\"url\":\"https://hooks.example.org/a\"");
    }

    @Test
    void operationsShowWhatFailsAndSayWhatOnlyTheCommandLineTells() {
        desk.close();
        desk = console.visit(1280, ColorScheme.LIGHT, OPERATOR);
        desk.open("#/operations");
        assertThat(desk.page.locator(".work-list").first()).containsText("1 份文件待人工确认");
        assertThat(desk.page.locator(".work-list").first()).containsText("1 个监测来源异常");
        assertThat(desk.page.locator("main")).containsText("hooks.example.org");
        assertThat(desk.page.locator(".commands")).containsText("./casewire dead-letters list");
        assertThat(desk.page.locator(".commands")).containsText("没有“删除”命令");
        desk.page.locator(".work-list a").first().click();
        assertThat(desk.page).hasURL(Pattern.compile("#/documents\\?state=HELD$"));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, zh", "1280, DARK, en", "360, LIGHT, zh", "360, DARK, en"})
    void nothingIsWiderThanTheWindow(int width, ColorScheme scheme, String language) {
        desk.close();
        desk = console.visit(width, scheme, OPERATOR);
        if (language.equals("en")) {
            desk.page.locator("#language").click();
        }
        for (String place : List.of(
                "subscriptions",
                "subscriptions/new?domains=trade",
                "subscriptions/" + NotifyStandIn.SUBSCRIPTION,
                "operations")) {
            desk.open("#/" + place);
            assertThat(desk.page.locator("main h1")).isVisible();
            assertThat(desk.page.locator(".waiting")).hasCount(0);
            desk.isNotWiderThanTheWindow(place);
            desk.picture("desk" + place.length() + "-" + width + "-" + scheme);
        }
    }
}
