package io.casewire.replication.exchange;

import io.casewire.replication.sheet.Unreadable;
import io.casewire.serving.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Refusals of a whole file. */
final class FileRefused {
    private FileRefused() {}

    static ErrorResponseException of(Unreadable unreadable) {
        String sentence = unreadable.getMessage();
        return of(unreadable.code(), sentence == null ? "" : sentence);
    }

    /** @param sentence in Chinese: what is wrong and what is to be done */
    static ErrorResponseException of(String code, String sentence) {
        return Problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence);
    }

    static ErrorResponseException tooLarge(long bytes) {
        return Problems.refused(
                HttpStatus.CONTENT_TOO_LARGE, "file-too-large", "文件超过" + bytes / (1024 * 1024) + "MB，请按地区分成几个文件导入。");
    }
}
