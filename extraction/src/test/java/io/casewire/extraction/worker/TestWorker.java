package io.casewire.extraction.worker;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Block.Paragraph;
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
import java.util.List;

/** The process with a reader that does what the file's first word says, all of it harmless beyond the process itself. */
final class TestWorker {
    private TestWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkerMain.serve(Path.of(arguments[0]), (file, name, scratch, limits) -> read(file, name, scratch));
    }

    private static Content read(Path file, String name, Path scratch) throws Unextractable, IOException {
        String[] words = Files.readString(file).split(" ", 2);
        return switch (words[0]) {
            case "say" -> document(words[1]);
            case "pid" -> document(Long.toString(ProcessHandle.current().pid()));
            case "name" -> document(name);
            case "environment" -> document(System.getenv().keySet().toString());
            case "temporary" -> document(Files.createTempFile("left", ".tmp").toString());
            case "network" -> document(String.join("\n", WaysOut.tried()));
            case "print" -> {
                System.out.println("a library's own words ".repeat(10_000));
                System.err.println("and those beside ".repeat(10_000));
                yield document("printed");
            }
            case "refuse" -> throw new Unextractable(Reason.PASSWORD_PROTECTED, "It asks for a password.", "需要密码。");
            case "unpack" ->
                new Archive(
                        List.of(new Archive.Member("附件/一.txt", Files.writeString(scratch.resolve("1"), "甲"))),
                        List.of(new Notice("LEFT_OUT", "one is left out", new Place("附件/二.txt"))));
            case "outside" -> new Archive(List.of(new Archive.Member("x", file)), List.of());
            case "throw" -> throw new IllegalStateException("as the file asked");
            case "deep" -> document(Integer.toString(deep(0)));
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield document("");
            }
            case "exit-once" -> {
                Path before = Path.of(words[1]);
                if (!Files.exists(before)) {
                    Files.createFile(before);
                    Runtime.getRuntime().halt(7);
                }
                yield document("at the second time");
            }
            case "allocate" -> document(Integer.toString(allocate().size()));
            case "loop" -> document(Long.toString(loop()));
            case "sleep" -> {
                Files.writeString(
                        Path.of(words[1]), Long.toString(ProcessHandle.current().pid()));
                sleep();
                yield document("");
            }
            default -> throw new Unextractable(Reason.UNSUPPORTED_FORMAT, words[0], words[0]);
        };
    }

    private static Extraction document(String text) {
        return new Extraction(
                Format.DOCX,
                List.of(Paragraph.of(text, Place.paragraph(1)), Paragraph.of("末", Place.paragraph(2))),
                List.of(new Notice("A_NOTICE", "something is missing", Place.paragraph(2))));
    }

    private static int deep(int depth) {
        return depth == Integer.MAX_VALUE ? depth : deep(depth + 1) + 1;
    }

    private static List<byte[]> allocate() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[1 << 20]);
        }
        return held;
    }

    private static long loop() {
        long turns = 0;
        while (System.nanoTime() != 0) {
            turns++;
        }
        return turns;
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
