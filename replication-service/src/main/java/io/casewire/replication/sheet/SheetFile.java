package io.casewire.replication.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** A file with a table, whose content decides what it is. */
public final class SheetFile {
    private static final int MAGIC = 4;

    private SheetFile() {}

    /** The kinds that are read. */
    public enum Kind {
        XLSX,
        CSV
    }

    /**
     * What it is; empty for a file of no kind that is read.
     *
     * @throws Unreadable for a workbook of before 2007, or one with a password
     */
    public static Optional<Kind> kind(Path file) throws IOException {
        String magic;
        try (InputStream in = Files.newInputStream(file)) {
            magic = HexFormat.of().formatHex(in.readNBytes(MAGIC));
        }
        if (magic.equals("d0cf11e0")) {
            throw new Unreadable("old-or-locked-workbook", "不支持 .xls 或加密的工作簿。请在 Excel 或 WPS 中取消密码，另存为 .xlsx 后再导入。");
        }
        if (magic.startsWith("504b")) {
            return Optional.of(Kind.XLSX);
        }
        // %PDF, {\rt
        return magic.equals("25504446") || magic.equals("7b5c7274") ? Optional.empty() : Optional.of(Kind.CSV);
    }

    /** @throws Unreadable where it is damaged at its beginning */
    public static SheetRows open(Path file, Kind kind, SheetLimits limits) throws IOException {
        return switch (kind) {
            case XLSX -> XlsxRows.open(file, limits);
            case CSV -> CsvRows.open(file, limits);
        };
    }
}
