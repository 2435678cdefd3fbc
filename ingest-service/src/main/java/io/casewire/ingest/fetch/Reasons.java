package io.casewire.ingest.fetch;

import java.time.Duration;
import java.util.Map;

/** Why a file was not fetched, in sentences for those who read documents, in English and Chinese. */
final class Reasons {
    private static final int MAX_CAUSE = 200;
    private static final Map<Integer, String> STATUSES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private Reasons() {}

    static String nothingIsAllowed() {
        return "Nothing is fetched here: casewire.ingest.source.allowed-hosts names no host."
                + " 尚未允许抓取任何网站，请在 casewire.ingest.source.allowed-hosts 中设置。";
    }

    static String notAllowed(String host) {
        return "The host " + host + " is none of those in casewire.ingest.source.allowed-hosts." + " 网站 " + host
                + " 不在 casewire.ingest.source.allowed-hosts 允许的范围内。";
    }

    static String refused(String sentence) {
        return sentence + " 不允许访问该地址。";
    }

    static String downgrade() {
        return "The host redirects from https to plain http. 网站由 https 跳转到 http，未跟随。";
    }

    static String tooManyRedirects(int most) {
        return "The host redirects more than " + most + " times. 网站跳转超过 " + most + " 次。";
    }

    static String noTarget(int status) {
        return "The host answered " + status + " with an address that is none. 网站返回 " + status + "，跳转地址无效。";
    }

    static String tooLarge(long most) {
        return "The file is larger than " + most + " bytes. 文件超过 " + most + " 字节。";
    }

    static String status(int status) {
        String name = STATUSES.get(status);
        return "The host answered " + status + (name == null ? "" : " (" + name + ")") + ". 网站返回 " + status + "。";
    }

    static String tooSlow(Duration limit) {
        String seconds = Long.toString(limit.toSeconds());
        return "The file did not come within " + seconds + " s. 在 " + seconds + " 秒内未能取得文件。";
    }

    static String unknownHost(String host) {
        return "The host " + host + " is not known to the name servers. 无法解析网站 " + host + " 的域名。";
    }

    static String unreachable(Throwable cause) {
        String message = cause.getMessage();
        String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
        String shown = text.length() > MAX_CAUSE ? text.substring(0, MAX_CAUSE) + "…" : text;
        return "The host could not be asked: " + shown + (shown.endsWith(".") ? "" : ".") + " 无法访问该网站。";
    }

    static String brokenOff(long bytes) {
        return "The answer broke off after " + bytes + " bytes. 传输在 " + bytes + " 字节后中断。";
    }

    static String wrongLength(long bytes, long announced) {
        return "The answer ended after " + bytes + " of " + announced + " bytes. 文件不完整，只收到 " + bytes + "/" + announced
                + " 字节。";
    }

    static String unknownEncoding(String encoding) {
        return "The host sends the file packed as “" + encoding + "”, which was not asked for. 网站以未请求的编码 " + encoding
                + " 发送文件。";
    }

    static String damagedEncoding() {
        return "The host's compression of the file is damaged. 网站发送的压缩数据已损坏。";
    }
}
