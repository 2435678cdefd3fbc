package io.casewire.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small zips for tests. */
final class PackageFiles {
    private PackageFiles() {}

    /** @param namesAndTexts members, each a name and its text */
    static Path zip(Path file, String... namesAndTexts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A package of Office Open XML whose main part is of that type; further members by name and text. */
    static Path office(Path file, String mainType, String relations, String... more) throws IOException {
        String[] all = new String[6 + more.length];
        all[0] = "[Content_Types].xml";
        all[1] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                + "<Override PartName=\"/main/part.xml\" ContentType=\"" + mainType + "\"/></Types>";
        all[2] = "_rels/.rels";
        all[3] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"" + relations
                + "/officeDocument\" Target=\"main/part.xml\"/></Relationships>";
        all[4] = "main/part.xml";
        all[5] = "<part/>";
        System.arraycopy(more, 0, all, 6, more.length);
        return zip(file, all);
    }
}
