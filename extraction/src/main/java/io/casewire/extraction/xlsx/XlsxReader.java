package io.casewire.extraction.xlsx;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.xlsx.Grid.GridRow;
import io.casewire.extraction.xlsx.SheetReader.Volume;
import io.casewire.extraction.xlsx.Workbook.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Takes workbooks apart: what a reader sees when opening the file, sheet by sheet. */
public final class XlsxReader implements FormatReader {
    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return read(Workbook.read(opened), limits);
        } catch (OpenXML4JException | OpenXML4JRuntimeException | XMLStreamException e) {
            Unextractable damaged = new Unextractable(
                    Reason.DAMAGED_FILE,
                    "The workbook cannot be read: " + e.getMessage() + ". Open it, save it anew and send it again",
                    "工作簿无法读取，文件可能已损坏。请打开后重新保存再上传。");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static Extraction read(Workbook workbook, ExtractionLimits limits)
            throws Unextractable, IOException, XMLStreamException, InvalidFormatException {
        Volume volume = new Volume(limits);
        List<Notice> notices = new ArrayList<>();
        List<SeenSheet> seen = new ArrayList<>();
        for (Tab tab : workbook.tabs()) {
            PackagePart part = tab.sheet();
            if (tab.hidden()) {
                notices.add(new Notice(
                        "HIDDEN_SHEET",
                        "The sheet is hidden and was left out. Show it and send the file again if it belongs to it",
                        place(tab)));
            } else if (part == null) {
                notices.add(new Notice("CHART_SHEET", "The sheet is no table and was left out", place(tab)));
            } else {
                Losses losses = new Losses(tab.name());
                List<GridRow> rows = Grid.rows(SheetReader.read(part, workbook, losses, volume), losses);
                notices.addAll(losses.notices());
                notices.addAll(TextBoxes.on(part, tab.name()));
                if (!rows.isEmpty()) {
                    seen.add(new SeenSheet(tab, rows));
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (SeenSheet sheet : seen) {
            blocks.addAll(sheet.blocks(seen.size() == 1));
        }
        return new Extraction(Format.XLSX, blocks, notices);
    }

    private static Place place(Tab tab) {
        return new Place("sheet " + tab.name());
    }

    private record SeenSheet(Tab tab, List<GridRow> rows) {
        /** Its blocks; where nothing stands above its table, its name does. */
        List<Block> blocks(boolean only) {
            String name = tab.name();
            if (!SheetName.saysSomething(name)) {
                return SheetBlocks.of(name, rows, null);
            }
            if (!only || !SheetName.isTitle(name)) {
                return SheetBlocks.of(name, rows, name);
            }
            List<Block> blocks = new ArrayList<>(SheetBlocks.of(name, rows, null));
            if (blocks.getFirst() instanceof Block.Table) {
                blocks.addFirst(new Paragraph(name, 1, place(tab)));
            }
            return blocks;
        }
    }
}
