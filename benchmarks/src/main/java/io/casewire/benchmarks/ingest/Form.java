package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Puts text into the files that offices have: with POI, and with a browser that prints. */
final class Form {
    private static final long PRINTS_WITHIN_SECONDS = 120;

    private Form() {}

    /** A paragraph a line. */
    static byte[] docx(String text) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet with a heading and a table below it. */
    static byte[] xlsx(List<String> heading, List<List<String>> table) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("汇总表");
            int number = 0;
            for (String line : heading) {
                sheet.createRow(number++).createCell(0).setCellValue(line);
            }
            for (List<String> cells : table) {
                XSSFRow row = sheet.createRow(number++);
                for (int column = 0; column < cells.size(); column++) {
                    row.createCell(column).setCellValue(cells.get(column));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Printed by Chromium, with what fonts it finds.
     *
     * @param scratch folder that may be written to
     * @throws NotMeasured without Chromium, or where it prints nothing
     */
    static byte[] pdf(String text, Path scratch) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\"><style>"
                + "@page{size:A4;margin:2.5cm} p{margin:0;text-indent:2em}</style>");
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.append("<p>").append(line).append("</p>\n"));
        Path html = scratch.resolve("page.html");
        Path pdf = scratch.resolve("page.pdf");
        try {
            Files.createDirectories(scratch);
            Files.deleteIfExists(pdf);
            Files.write(html, page.toString().getBytes(StandardCharsets.UTF_8));
            Process browser = new ProcessBuilder(
                            "chromium",
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--user-data-dir=" + scratch.resolve("browser"),
                            "--no-pdf-header-footer",
                            "--print-to-pdf=" + pdf,
                            html.toUri().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!browser.waitFor(PRINTS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                browser.destroyForcibly();
            }
            if (!Files.exists(pdf)) {
                throw new NotMeasured("Chromium printed no pdf");
            }
            return Files.readAllBytes(pdf);
        } catch (IOException e) {
            throw new NotMeasured("pdf is printed by chromium, which cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted");
        }
    }
}
