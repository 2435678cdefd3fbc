package io.casewire.ingest.source;

import java.time.Duration;

/** What operators are told of a source, in English and Chinese. */
final class Sentences {
    private Sentences() {}

    static String pageTooLarge(int most) {
        return "The page is larger than " + most + " bytes. 列表页超过 " + most + " 字节。";
    }

    static String noLinks(SourceKind kind) {
        return switch (kind) {
            case LIST_PAGE ->
                "The page has no link that looks like a document's on a host that may be asked. 列表页中没有可抓取的文件链接。";
            case FEED -> "The feed has no entry with a link to a host that may be asked. 订阅源中没有可抓取的条目。";
        };
    }

    static String badSelector() {
        return "The selector is no CSS selector. selector 不是有效的 CSS 选择器。";
    }

    static String silent(Duration quiet) {
        long days = quiet.toDays();
        return days > 0
                ? "No new document for " + days + " days. 已有 " + days + " 天没有新文件。"
                : "No new document for " + quiet.toHours() + " hours. 已有 " + quiet.toHours() + " 小时没有新文件。";
    }
}
