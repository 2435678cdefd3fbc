package io.casewire.extraction.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The names of an archive's members as their writer meant them. A name says that it is UTF-8, or has its UTF-8 form beside it
 * (APPNOTE.TXT 4.4.4 bit 11, 4.6.9); the others are in the writer's own encoding, which nothing names: it is judged over all of
 * them together.
 */
final class MemberNames {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Charset own;

    private MemberNames(Charset own) {
        this.own = own;
    }

    static MemberNames of(List<ZipArchiveEntry> entries) {
        List<byte[]> unnamed = entries.stream()
                .filter(entry -> declared(entry) == null)
                .map(ZipArchiveEntry::getRawName)
                .toList();
        return new MemberNames(encoding(unnamed));
    }

    /** The name with {@code /} between its parts; U+FFFD stands for what could not be read. */
    String of(ZipArchiveEntry entry) {
        String declared = declared(entry);
        // 0x5C is the second byte of some characters of GBK, so only now
        return (declared != null ? declared : new String(entry.getRawName(), own)).replace('\\', '/');
    }

    private static Charset encoding(List<byte[]> names) {
        boolean utf8 = true;
        boolean gb = true;
        boolean han = false;
        for (byte[] name : names) {
            String decoded = strictly(name, StandardCharsets.UTF_8);
            utf8 &= decoded != null;
            gb &= strictly(name, GB18030) != null;
            han |= decoded != null && decoded.codePoints().anyMatch(Character::isIdeographic);
        }
        // bytes of GBK may well be UTF-8 for other letters
        return utf8 && (han || !gb) ? StandardCharsets.UTF_8 : GB18030;
    }

    /** What the archive itself says; null where it says nothing of the encoding. */
    private static @Nullable String declared(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            String name = strictly(raw, StandardCharsets.UTF_8);
            if (name != null) {
                return name;
            }
        }
        if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField beside) {
            CRC32 sum = new CRC32();
            sum.update(raw);
            byte[] unicode = beside.getUnicodeName();
            // another sum: somebody renamed the member and left the field as it was
            return unicode != null && sum.getValue() == beside.getNameCRC32()
                    ? strictly(unicode, StandardCharsets.UTF_8)
                    : null;
        }
        return null;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
