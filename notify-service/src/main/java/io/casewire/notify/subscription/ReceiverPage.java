package io.casewire.notify.subscription;

import org.springframework.web.util.HtmlUtils;

/** The pages a receiver of mail sees. They need no script and fetch nothing. */
final class ReceiverPage {
    static final String CONFIRMED = page(
            "已确认订阅", "<p>已确认。今后的改革案例通知将发送到您的邮箱，每封邮件都有退订链接。</p><p>Confirmed. Every mail has a link to unsubscribe.</p>");

    static final String UNSUBSCRIBED =
            page("已退订", "<p>已退订，不会再向您的邮箱发送通知。</p><p>You are unsubscribed. Nothing more is sent.</p>");

    static final String NOTHING = page("链接无效", "<p>链接无效、已过期或已使用。</p><p>This link is not valid, or not any more.</p>");

    private static final String FORM =
            "<p>%s</p><p>%s</p><form method=\"post\"><button type=\"submit\">%s</button></form>";

    private ReceiverPage() {}

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
