package io.casewire.extraction.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** The formats of a workbook's cells by the index of their style. */
final class NumberFormats {
    private static final String GENERAL = "General";
    private static final FormatCode UNFORMATTED = FormatCode.of(GENERAL);
    private static final int ISO_DATE = 14;

    /** Built-in ones that a Chinese Excel shows otherwise than an English one (ISO/IEC 29500-1, 18.8.30, zh-cn). */
    private static final Map<Integer, String> CHINESE = chinese();

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> ids = new ArrayList<>();
    private final Map<Integer, FormatCode> parsed = new HashMap<>();

    private NumberFormats() {}

    private static Map<Integer, String> chinese() {
        Map<Integer, String> codes = new HashMap<>();
        codes.put(5, "\"¥\"#,##0;\"¥\"\\-#,##0");
        codes.put(6, codes.get(5));
        codes.put(7, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00");
        codes.put(8, codes.get(7));
        codes.put(14, "yyyy/m/d");
        codes.put(22, "yyyy/m/d h:mm");
        codes.put(30, "yyyy/m/d");
        codes.put(31, "yyyy\"年\"m\"月\"d\"日\"");
        codes.put(32, "h\"时\"mm\"分\"");
        codes.put(33, "h\"时\"mm\"分\"ss\"秒\"");
        for (int id : new int[] {27, 36, 50, 52, 57}) {
            codes.put(id, "yyyy\"年\"m\"月\"");
        }
        for (int id : new int[] {28, 29, 51, 53, 54, 58}) {
            codes.put(id, "m\"月\"d\"日\"");
        }
        for (int id : new int[] {34, 55}) {
            codes.put(id, "上午/下午h\"时\"mm\"分\"");
        }
        for (int id : new int[] {35, 56}) {
            codes.put(id, "上午/下午h\"时\"mm\"分\"ss\"秒\"");
        }
        for (int id : new int[] {37, 38}) {
            codes.put(id, "#,##0;\\-#,##0");
        }
        for (int id : new int[] {39, 40}) {
            codes.put(id, "#,##0.00;\\-#,##0.00");
        }
        codes.put(42, "\"¥\"#,##0;\"¥\"\\-#,##0;\"¥\"\"-\"");
        codes.put(44, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00;\"¥\"\"-\"");
        return Map.copyOf(codes);
    }

    /** Those of a part of styles; a workbook may have none. */
    static NumberFormats read(@Nullable PackagePart styles) throws IOException, XMLStreamException {
        NumberFormats formats = new NumberFormats();
        if (styles == null) {
            return formats;
        }
        try (Xml xml = Xml.open(styles)) {
            boolean cells = false;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "numFmt" -> {
                        String code = xml.attribute("formatCode");
                        if (code != null) {
                            formats.codes.put(xml.attribute("numFmtId", 0), RichText.unescaped(code));
                        }
                    }
                    case "cellXfs" -> cells = true;
                    case "cellStyles", "dxfs" -> cells = false;
                    case "xf" -> {
                        if (cells) {
                            formats.ids.add(xml.attribute("numFmtId", 0));
                        }
                    }
                    default -> {
                        // looks only
                    }
                }
            }
        }
        return formats;
    }

    /** The format of a style; none for an index that there is not. */
    FormatCode of(int style) {
        return style < 0 || style >= ids.size() ? UNFORMATTED : ofId(ids.get(style));
    }

    /** The one for a day that a cell spells out and no style formats. */
    FormatCode day(int style) {
        FormatCode format = of(style);
        return format.isDate() ? format : ofId(ISO_DATE);
    }

    private FormatCode ofId(int id) {
        return parsed.computeIfAbsent(id, number -> FormatCode.of(code(number)));
    }

    private String code(int id) {
        String code = codes.get(id);
        if (code == null) {
            code = CHINESE.get(id);
        }
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(id);
        }
        return code == null || code.isBlank() || code.startsWith("reserved") ? GENERAL : code;
    }
}
