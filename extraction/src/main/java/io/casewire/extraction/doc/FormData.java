package io.casewire.extraction.doc;

import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/** What a field of a form shows that keeps no result. [MS-DOC] sections 2.9.78 and 2.9.158. */
final class FormData {
    private static final int HEADER_LENGTH_AT = 4;
    private static final int BITS_AT = 4;
    private static final int NAME_AT = 10;
    private static final int CHECK_BOX = 1;
    private static final int LIST = 2;
    /** A result that says to look at the default. */
    private static final int DEFAULT = 25;

    private FormData() {}

    /**
     * A box with or without a tick, or the entry chosen from a list.
     *
     * @param data the stream that the run leads to
     * @return null for another field, and for data that is cut short
     */
    static @Nullable String entry(CharacterRun run, byte[] data) {
        int start = run.getPicOffset();
        if (start < 0 || start + HEADER_LENGTH_AT + 2 > data.length) {
            return null;
        }
        int form = start + LittleEndian.getUShort(data, start + HEADER_LENGTH_AT);
        if (form + NAME_AT + 2 > data.length) {
            return null;
        }
        int bits = LittleEndian.getUShort(data, form + BITS_AT);
        int result = bits >> 2 & 31;
        if (result == DEFAULT) {
            int length = LittleEndian.getUShort(data, form + NAME_AT);
            int at = form + NAME_AT + 2 + 2 * length + 2;
            result = at + 2 > data.length ? 0 : LittleEndian.getUShort(data, at);
        }
        return switch (bits & 3) {
            case CHECK_BOX -> result == 1 ? "☑" : "□";
            case LIST -> chosen(run.getDropDownListValues(), result);
            default -> null;
        };
    }

    private static @Nullable String chosen(String @Nullable [] entries, int result) {
        return entries != null && result < entries.length ? entries[result] : null;
    }
}
