package io.casewire.extraction.ofd;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;

/** Why an OFD file is not read, in its sender's words. */
final class OfdRefusals {
    private OfdRefusals() {}

    static Unextractable damaged() {
        return new Unextractable(
                Reason.DAMAGED_FILE,
                "The OFD file is damaged and cannot be read. Export it again",
                "OFD 文件已损坏，无法读取，请重新导出后上传");
    }

    static Unextractable encrypted() {
        return new Unextractable(
                Reason.PASSWORD_PROTECTED,
                "The OFD file is encrypted. Save it without a password and send it again",
                "OFD 文件已加密，请取消密码后重新上传");
    }

    static Unextractable entities() {
        return new Unextractable(
                Reason.HOSTILE_FILE,
                "The OFD file declares entities (DOCTYPE), which the format does not use",
                "OFD 文件含有实体声明（DOCTYPE），不予读取");
    }

    static Unextractable tooLarge(long bytes, String what, String limit) {
        return new Unextractable(
                Reason.DOCUMENT_TOO_LARGE,
                "Unpacked, " + what + " holds more than " + (bytes >> 20) + " MB (" + limit
                        + "). Divide it into several documents",
                "OFD 文件解压后超过 " + (bytes >> 20) + " MB（" + limit + "），请拆分为多个文件");
    }

    static Unextractable packedTooWell(int ratio) {
        return new Unextractable(
                Reason.DOCUMENT_TOO_LARGE,
                "The file unpacks to more than " + ratio + " times its size (" + ExtractionLimits.MAX_RATIO + ")",
                "OFD 文件解压后超过原大小的 " + ratio + " 倍（" + ExtractionLimits.MAX_RATIO + "），不予读取");
    }

    static Unextractable tooManyObjects(int most) {
        return new Unextractable(
                Reason.DOCUMENT_TOO_LARGE,
                "A page holds more than " + most + " characters and lines. Divide it into several documents",
                "OFD 文件单页内容超过 " + most + " 个字符，请拆分为多个文件");
    }

    static Unextractable withoutText() {
        return new Unextractable(
                Reason.NO_TEXT_LAYER,
                "The OFD file holds pictures of pages and no text. Send the original file",
                "OFD 文件为图片，没有文字层，请上传原始文件");
    }

    static Unextractable withoutCharacters() {
        return new Unextractable(
                Reason.NO_TEXT_LAYER,
                "The OFD file holds shapes of characters and does not say which they are. Send the original file",
                "OFD 文件只有字形、没有字符编码，无法取得文字，请上传原始文件");
    }
}
