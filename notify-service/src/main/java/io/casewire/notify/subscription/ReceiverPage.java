package io.casewire.notify.subscription;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The pages a receiver of messages sees. They need no script and fetch nothing. */
public final class ReceiverPage {
    /** Another attempt to send the message is under way. */
    public static final String BUSY =
            page("请稍后再试", "<p>此消息正在发送，请几分钟后再签收。</p><p>The message is being sent; try again in some minutes.</p>");

    /** What was typed is no name. */
    public static final String WRONG_NAME = page(
            "姓名无效",
            "<p>姓名最多 50 个可见字符，请返回修改。</p><p>A name has at most 50 visible characters; go back and change it.</p>");

    /** Nothing is fetched, and nothing of the address is passed on. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static final String CONFIRMED = page(
            "已确认订阅", "<p>已确认。今后的改革案例通知将发送到您的邮箱，每封邮件都有退订链接。</p><p>Confirmed. Every mail has a link to unsubscribe.</p>");

    static final String UNSUBSCRIBED =
            page("已退订", "<p>已退订，不会再向您的邮箱发送通知。</p><p>You are unsubscribed. Nothing more is sent.</p>");

    /** Of every link that leads nowhere. */
    public static final String NOTHING =
            page("链接无效", "<p>链接无效、已过期或已使用。</p><p>This link is not valid, or not any more.</p>");

    private static final String FORM =
            "<p>%s</p><p>%s</p><form method=\"post\"><button type=\"submit\">%s</button></form>";

    private ReceiverPage() {}

    /** The answer that shows a page. */
    public static ResponseEntity<byte[]> answer(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks to sign for the message of that title. */
    public static String sign(String title) {
        return page(
                "签收",
                "<p>" + HtmlUtils.htmlEscape(title, "UTF-8") + "</p><p>Confirm that you have received this message.</p>"
                        + "<form method=\"post\"><p><label>签收人（可不填）Your name (optional) <input name=\"name\" maxlength=\"50\"></label></p>"
                        + "<button type=\"submit\">签收 Sign</button></form>");
    }

    /** Says that the message of that title was signed for; by whom is for its owner. */
    public static String signed(String title, Instant at) {
        return page(
                "已签收",
                "<p>" + HtmlUtils.htmlEscape(title, "UTF-8") + "</p><p>已于 " + TIME.format(at)
                        + "（北京时间）签收。</p><p>Signed for.</p>");
    }

    static String confirm(String agency) {
        return page(
                "确认订阅",
                FORM.formatted(
                        "“" + HtmlUtils.htmlEscape(agency, "UTF-8") + "”为您的邮箱订阅了 Casewire 的改革案例通知。",
                        "Confirm that you want to receive notices of reform cases.",
                        "确认订阅 Confirm"));
    }

    static String unsubscribe(String agency) {
        return page(
                "退订",
                FORM.formatted(
                        "不再接收“" + HtmlUtils.htmlEscape(agency, "UTF-8") + "”为您的邮箱订阅的改革案例通知。",
                        "Stop receiving these notices.",
                        "退订 Unsubscribe"));
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex"><title>%s · Casewire</title>
                <style>body{font-family:sans-serif;line-height:1.6;max-width:36em;margin:3em auto;padding:0 1em}
                button{font-size:1em;padding:.5em 1.5em}</style></head>
                <body><h1>%s</h1>%s</body></html>
                """.formatted(title, title, body);
    }
}
