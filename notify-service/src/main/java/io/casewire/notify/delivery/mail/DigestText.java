package io.casewire.notify.delivery.mail;

import io.casewire.notify.delivery.notice.DigestNotice;
import io.casewire.notify.delivery.notice.DigestNotice.Group;
import io.casewire.notify.delivery.notice.DigestNotice.Line;
import io.casewire.notify.delivery.notice.Notice;
import java.util.Optional;
import java.util.function.Function;

/** A digest as a mail: what happened by document and case, each case with its link. */
final class DigestText {
    /** What belongs to the mail of one event too, such as its whole summary, is a click away. */
    private static final int FACTS_SHOWN = 3;

    private final DigestNotice notice;
    private final Function<String, Optional<String>> pages;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private DigestText(DigestNotice notice, Function<String, Optional<String>> pages) {
        this.notice = notice;
        this.pages = pages;
    }

    /**
     * What tells a receiver of several events.
     *
     * @param pages address of the page about a case
     * @param log where the whole of it can be read; empty where that is not known
     * @param receipt where somebody signs for it; empty where nobody can
     * @param unsubscription where the receiver ends the messages
     */
    static MailText of(
            DigestNotice notice,
            Function<String, Optional<String>> pages,
            Optional<String> log,
            Optional<String> receipt,
            String unsubscription) {
        DigestText text = new DigestText(notice, pages);
        text.begin();
        notice.groups().forEach(text::add);
        text.end(log);
        receipt.ifPresent(text::sign);
        String subject = "【Casewire】" + notice.heading().chinese() + "（" + notice.count() + " 项）：" + notice.span();
        return MailText.framed(subject, text.plain, text.html, unsubscription);
    }

    private void begin() {
        String first = notice.heading().chinese() + "：共 " + notice.count() + " 项";
        plain.append(first)
                .append('\n')
                .append(notice.heading().english())
                .append("\n时段：")
                .append(notice.span())
                .append("\n分类：")
                .append(String.join("、", notice.kinds()))
                .append('\n');
        html.append("<h2>%s</h2>\n<p><small>%s</small></p>\n<p>时段：%s<br>分类：%s</p>\n"
                .formatted(
                        MailText.escaped(first),
                        MailText.escaped(notice.heading().english()),
                        MailText.escaped(notice.span()),
                        MailText.escaped(String.join("、", notice.kinds()))));
        for (String remark : notice.remarks()) {
            plain.append("注：").append(remark).append('\n');
            html.append("<p>注：%s</p>\n".formatted(MailText.escaped(remark)));
        }
    }

    private void add(Group group) {
        String title = group.title() + "（" + group.count() + " 项）";
        plain.append("\n■ ").append(title).append('\n');
        html.append("<h3>%s</h3>\n<ol>\n".formatted(MailText.escaped(title)));
        int nth = 0;
        for (Line line : group.lines()) {
            nth++;
            add(line, nth);
        }
        html.append("</ol>\n");
    }

    private void add(Line line, int nth) {
        String headlines = String.join("、", line.headlines());
        Optional<String> page = Optional.ofNullable(line.caseId()).flatMap(pages);
        plain.append(nth)
                .append(". ")
                .append(headlines)
                .append("：")
                .append(line.title())
                .append('\n');
        String title = MailText.escaped(line.title());
        html.append("<li>%s：%s"
                .formatted(
                        MailText.escaped(headlines),
                        page.map(url -> "<a href=\"" + MailText.escaped(url) + "\">" + title + "</a>")
                                .orElse(title)));
        for (Notice.Fact fact :
                line.facts().subList(0, Math.min(FACTS_SHOWN, line.facts().size()))) {
            plain.append("   ")
                    .append(fact.chinese())
                    .append("：")
                    .append(fact.value())
                    .append('\n');
            html.append("<br><small>%s：%s</small>"
                    .formatted(MailText.escaped(fact.chinese()), MailText.escaped(fact.value())));
        }
        page.ifPresent(url -> plain.append("   ").append(url).append('\n'));
        html.append("</li>\n");
    }

    private void sign(String receipt) {
        plain.append("\n签收 Sign for this message: ").append(receipt).append('\n');
        html.append("<p><a href=\"%s\">签收 Sign for this message</a></p>\n".formatted(MailText.escaped(receipt)));
    }

    private void end(Optional<String> log) {
        if (notice.left() == 0) {
            return;
        }
        String left = "另有 " + notice.left() + " 项，见投递记录或订阅的专属信息流（feed）";
        plain.append('\n')
                .append(left)
                .append(log.map(url -> "：" + url).orElse("。"))
                .append('\n');
        html.append("<p>%s</p>\n"
                .formatted(log.map(url -> "<a href=\"" + MailText.escaped(url) + "\">" + left + "</a>")
                        .orElse(left)));
    }
}
