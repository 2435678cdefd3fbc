package io.casewire.extraction.docx;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.word.Refused;

/** Why a file cannot be read, from what reading it fails with. */
final class Damage {
    private Damage() {}

    static Unextractable of(Throwable failure, ExtractionLimits limits) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.refusal();
            }
            String message = cause.getMessage();
            // POI has no type for these three
            if (message != null && message.contains("MAX_FILE_COUNT")) {
                return Refused.tooManyMembers(limits).refusal();
            }
            if (message != null && message.startsWith("Zip bomb detected") && message.contains("MAX_ENTRY_SIZE")) {
                return Refused.unpacksTooLarge(limits).refusal();
            }
            if (message != null && message.startsWith("Zip bomb detected")) {
                return new Unextractable(
                        Reason.HOSTILE_FILE,
                        "A part of the file unpacks to far more than it is packed (" + ExtractionLimits.MAX_RATIO
                                + "), as no writer's does. Save it anew with a word processor",
                        "文件压缩比异常（" + ExtractionLimits.MAX_RATIO + "），请用文字处理软件另存后再提交");
            }
        }
        return damaged();
    }

    static Unextractable damaged() {
        return new Unextractable(
                Reason.DAMAGED_FILE,
                "The file is damaged and cannot be read as docx. Open it with a word processor and save it anew",
                "文件已损坏，无法按docx格式读取；请用文字处理软件打开并另存后再提交");
    }

    static Refused refusal(Throwable failure, ExtractionLimits limits) {
        return new Refused(of(failure, limits));
    }
}
