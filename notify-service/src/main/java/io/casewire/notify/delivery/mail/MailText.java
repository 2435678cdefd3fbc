package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.notice.Notice;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, in two forms of the same.
 *
 * @param subject one line
 * @param plain for those who read text
 * @param html for the others; nothing in it is fetched from anywhere
 */
record MailText(String subject, String plain, String html) {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="font-family:sans-serif;line-height:1.6;color:#222;max-width:42em">
            %s</body></html>
            """;

    /**
     * What tells a receiver of an event.
     *
     * @param page about it; empty where there is none
     * @param receipt where somebody signs for it; empty where nobody can
     * @param unsubscription where the receiver ends the messages
     */
    static MailText of(Notice notice, String page, String receipt, String unsubscription) {
        String subject = "【Casewire】" + notice.headline().chinese() + "：" + notice.title();
        StringBuilder plain = new StringBuilder()
                .append(notice.headline().chinese())
                .append("：")
                .append(notice.title())
                .append('\n')
                .append(notice.headline().english())
                .append("\n\n");
        StringBuilder html = new StringBuilder()
                .append("<p>%s<br><small>%s</small></p>\n<h2>%s</h2>\n<table>\n"
                        .formatted(
                                escaped(notice.headline().chinese()),
                                escaped(notice.headline().english()),
                                escaped(notice.title())));
        for (Notice.Fact fact : notice.facts()) {
            plain.append(fact.chinese()).append("：").append(fact.value()).append('\n');
            html.append("<tr><th align=\"left\" valign=\"top\">%s</th><td>%s</td></tr>\n"
                    .formatted(escaped(fact.chinese()), escaped(fact.value())));
        }
        html.append("</table>\n");
        if (!page.isEmpty()) {
            plain.append("\n查看详情 Details: ").append(page).append('\n');
            html.append("<p><a href=\"%s\">查看详情 Details</a></p>\n".formatted(escaped(page)));
        }
        if (!receipt.isEmpty()) {
            plain.append("\n签收 Sign for this message: ").append(receipt).append('\n');
            html.append("<p><a href=\"%s\">签收 Sign for this message</a></p>\n".formatted(escaped(receipt)));
        }
        return framed(subject, plain, html, unsubscription);
    }

    /** What tells a receiver of something, with the way to end it. */
    static MailText framed(String subject, StringBuilder plain, StringBuilder html, String unsubscription) {
        plain.append("\n--\n您收到此邮件，是因为订阅了 Casewire 的改革案例通知。退订 Unsubscribe: ")
                .append(unsubscription)
                .append('\n');
        html.append("<hr><p><small>您收到此邮件，是因为订阅了 Casewire 的改革案例通知。<a href=\"%s\">退订 Unsubscribe</a></small></p>\n"
                .formatted(escaped(unsubscription)));
        return new MailText(subject, plain.toString(), FRAME.formatted(escaped(subject), html));
    }

    /**
     * What asks a receiver whether it wants messages.
     *
     * @param agency who subscribed
     */
    static MailText question(String agency, String confirmation) {
        String subject = "【Casewire】请确认订阅 Please confirm your subscription";
        String asked = "“" + agency + "”为此邮箱订阅了 Casewire 的改革案例通知。确认之前不会再发送任何邮件。";
        String english =
                "A subscription was made for this mailbox. Nothing else is sent unless you confirm within 7 days.";
        String otherwise = "如果您不需要，请忽略此邮件。If you do not want it, ignore this mail.";
        String plain =
                asked + "\n" + english + "\n\n确认订阅 Confirm (7 天内有效): " + confirmation + "\n\n" + otherwise + "\n";
        String html = "<p>%s<br>%s</p>\n<p><a href=\"%s\">确认订阅 Confirm</a>（7 天内有效）</p>\n<p><small>%s</small></p>\n"
                .formatted(escaped(asked), escaped(english), escaped(confirmation), escaped(otherwise));
        return new MailText(subject, plain, FRAME.formatted(escaped(subject), html));
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
