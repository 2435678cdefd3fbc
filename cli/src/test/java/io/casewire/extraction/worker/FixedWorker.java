package io.casewire.extraction.worker;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Content;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process with a reader for tests of the command line: what begins as a ZIP archive holds a text and a file of another format, what
 * says {@code exit} ends the process, and everything else is a document with one case.
 */
public final class FixedWorker {
    /** A text with a case in it. */
    public static final String TEXT = """
            样例自由贸易试验区制度创新成果汇总表

            序号\t成果名称\t主要做法\t主要成效\t推荐单位
            1\t样例结算模式\t1.改革前，排队久。2.改革后，提前申报。\t时间由3天缩短为1天。\t长沙海关、岳阳片区
            """;

    private FixedWorker() {}

    /** An extractor whose processes read so. */
    public static Extractor extractor(Path temporary) {
        return new Extractor(
                WorkerSettings.usual(WorkerSettings.ownClassPath(), temporary), FixedWorker.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        WorkerMain.serve(Path.of(arguments[0]), (file, _, scratch, _) -> read(Files.readString(file), scratch));
    }

    private static Content read(String file, Path scratch) throws IOException {
        if (file.contains("exit")) {
            Runtime.getRuntime().halt(1);
        }
        if (file.startsWith("PK")) {
            return new Archive(
                    List.of(
                            new Member("一.txt", Files.writeString(scratch.resolve("1"), TEXT)),
                            new Member("附件/二.pdf", Files.writeString(scratch.resolve("2"), "%PDF-"))),
                    List.of(new Notice("LEFT_OUT", "it is left out", new Place("三.exe"))));
        }
        Place place = Place.tableRow(1, 1);
        return new Extraction(
                Format.PDF,
                List.of(
                        Paragraph.of("样例自由贸易试验区制度创新成果汇总表", Place.paragraph(1)),
                        new Table(
                                null,
                                List.of(
                                        row("序号", "成果名称", "主要做法", "推荐单位"),
                                        row("1", "样例通关模式", "1.改革前，排队久。2.改革后，提前申报。", "长沙海关")),
                                place)),
                List.of(new Notice("PART_MISSING", "a part is missing", place)));
    }

    private static Row row(String... cells) {
        return new Row(Stream.of(cells).map(Cell::of).toList(), Place.tableRow(1, 1));
    }
}
