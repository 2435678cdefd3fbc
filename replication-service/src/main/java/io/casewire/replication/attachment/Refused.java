package io.casewire.replication.attachment;

import io.casewire.serving.problem.Problems;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refusals of files, in Chinese: what is wrong and what is to be done. */
final class Refused {
    private Refused() {}

    static ErrorResponseException tooLarge(long most) {
        return Problems.refused(
                HttpStatus.CONTENT_TOO_LARGE, "file-too-large", "文件超过" + most / (1024 * 1024) + "MB，请压缩或拆分后再上传。");
    }

    static ErrorResponseException empty() {
        return Problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, "file-empty", "文件是空的。");
    }

    static ErrorResponseException damaged(String name) {
        return Problems.refused(
                HttpStatus.UNPROCESSABLE_CONTENT, "file-damaged", "文件“" + name + "”已损坏，不能打开。请重新保存后再上传。");
    }

    /** Its name ends in something that is not taken. */
    static ErrorResponseException notTaken(String name, Set<FileKind> taken) {
        Collection<String> endings = new TreeSet<>();
        taken.forEach(kind -> endings.addAll(kind.endings()));
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "file-type-not-taken",
                "不接收“" + name + "”这种类型的文件。可上传：" + String.join("、", endings) + "。");
        problem.setProperty("taken", endings);
        return thrown(problem);
    }

    /** Its content is something else than its name says. */
    static ErrorResponseException differs(String name, FileKind claimed, String found) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "file-content-differs",
                "文件“" + name + "”按名称是" + claimed + "，内容却是" + found + "。请用原来的程序另存后再上传。");
        problem.setProperty("claimed", claimed.type());
        problem.setProperty("found", found);
        return thrown(problem);
    }

    static ErrorResponseException macros(String name) {
        return Problems.refused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-has-macros", "文件“" + name + "”含有宏。请另存为不含宏的文件后再上传。");
    }

    static ErrorResponseException executable(String name, String member) {
        return Problems.refused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "file-holds-program",
                "压缩包“" + name + "”中有可执行文件“" + Problems.shortened(member) + "”。请去掉后再上传。");
    }

    /** An operator destroyed its bytes. */
    static ErrorResponseException purged(HttpStatus status, String name, Purge purge) {
        ProblemDetail problem = Problems.problem(
                status, "attachment-purged", "附件“" + name + "”的内容已由运维人员销毁，不再提供，也不再接收。理由：" + purge.reason());
        problem.setProperty("purgedBy", purge.actor());
        problem.setProperty("purgedAt", purge.at());
        problem.setProperty("reason", purge.reason());
        return new ErrorResponseException(status, problem, null);
    }

    private static ErrorResponseException thrown(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, problem, null);
    }
}
