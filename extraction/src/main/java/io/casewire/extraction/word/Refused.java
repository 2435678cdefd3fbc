package io.casewire.extraction.word;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.Serial;

/** Carries a refusal out of iterators and callbacks up to the reader, which throws what is inside. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Unextractable refusal;

    public Refused(Reason reason, String english, String chinese) {
        this(new Unextractable(reason, english, chinese));
    }

    public Refused(Unextractable refusal) {
        super(refusal);
        this.refusal = refusal;
    }

    public Unextractable refusal() {
        return refusal;
    }

    /** For more paragraphs and rows than the limit. */
    public static Refused tooManyBlocks(ExtractionLimits limits) {
        return tooLarge(
                "more than " + limits.blocks() + " paragraphs and rows",
                "超过" + limits.blocks() + "个段落和表格行",
                ExtractionLimits.MAX_BLOCKS);
    }

    /** For text beyond the limit. */
    public static Refused tooManyCharacters(ExtractionLimits limits) {
        return tooLarge(
                "more than " + limits.characters() + " characters",
                "超过" + limits.characters() + "个字符",
                ExtractionLimits.MAX_CHARACTERS);
    }

    /** For parts that are larger unpacked than the limit. */
    public static Refused unpacksTooLarge(ExtractionLimits limits) {
        return tooLarge(
                "more than " + limits.unpackedBytes() + " bytes unpacked",
                "解压后超过" + limits.unpackedBytes() + "字节",
                ExtractionLimits.MAX_UNPACKED_SIZE);
    }

    /** For more parts in the file than the limit. */
    public static Refused tooManyMembers(ExtractionLimits limits) {
        return tooLarge(
                "more than " + limits.members() + " parts",
                "超过" + limits.members() + "个部件",
                ExtractionLimits.MAX_MEMBERS);
    }

    private static Refused tooLarge(String english, String chinese, String setting) {
        return new Refused(
                Reason.DOCUMENT_TOO_LARGE,
                "The document holds " + english + " (" + setting + "). Divide it into several documents",
                "文件过大：" + chinese + "（" + setting + "），请拆分后再提交");
    }
}
