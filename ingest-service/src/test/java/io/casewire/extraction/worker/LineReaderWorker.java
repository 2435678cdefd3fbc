package io.casewire.extraction.worker;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Content;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The process with a reader for tests of the service. Behind a first line, which only says that the file is not text, each line is a
 * paragraph, those with {@code |} the rows of a table; {@code member NAME TEXT} makes it an archive, with {@code \n} for line breaks;
 * {@code notice}, {@code refuse}, {@code exit} and {@code sleep} do what they say.
 */
public final class LineReaderWorker {
    private LineReaderWorker() {}

    /** An extractor whose processes read so. */
    public static Extractor extractor(WorkerSettings settings) {
        return new Extractor(settings, LineReaderWorker.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        WorkerMain.serve(Path.of(arguments[0]), (file, _, scratch, _) -> read(file, scratch));
    }

    private static Content read(Path file, Path scratch) throws Unextractable, IOException {
        List<Block> blocks = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        List<Archive.Member> members = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            number++;
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "refuse" -> throw new Unextractable(Reason.NO_TEXT_LAYER, "It is a picture.", "这是图片。");
                case "exit" -> Runtime.getRuntime().halt(9);
                case "sleep" -> sleep();
                case "notice" -> notices.add(new Notice("PART_MISSING", "a part is missing", Place.paragraph(1)));
                case "member" ->
                    members.add(new Archive.Member(
                            words[1],
                            Files.writeString(
                                    scratch.resolve(Integer.toString(number)), words[2].replace("\\n", "\n"))));
                default -> {
                    if (line.contains("|")) {
                        List<Cell> cells = Arrays.stream(line.split("\\|", -1))
                                .map(Cell::of)
                                .toList();
                        rows.add(new Row(cells, Place.tableRow(1, rows.size() + 1)));
                    } else {
                        blocks.add(Paragraph.of(line, Place.paragraph(number)));
                    }
                }
            }
        }
        if (!members.isEmpty()) {
            return new Archive(members, notices);
        }
        if (!rows.isEmpty()) {
            blocks.add(new Table(null, rows, rows.getFirst().place()));
        }
        return new Extraction(Format.PDF, blocks, notices);
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
