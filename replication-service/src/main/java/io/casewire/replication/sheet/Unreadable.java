package io.casewire.replication.sheet;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file cannot be read as it is. The message tells in Chinese what is to be done; {@link #code} names it to programs. */
public final class Unreadable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    Unreadable(String code, String message) {
        this(code, message, null);
    }

    Unreadable(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static Unreadable damaged(Throwable cause) {
        return new Unreadable("file-damaged", "文件无法读取，可能已损坏。请打开后重新保存再导入。", cause);
    }

    /** Such as {@code file-damaged}. */
    public String code() {
        return code;
    }
}
