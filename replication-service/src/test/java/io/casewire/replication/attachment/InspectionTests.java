package io.casewire.replication.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.ErrorResponseException;

class InspectionTests {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Inspection inspection = new Inspection(EnumSet.allOf(FileKind.class));

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> whatItIs() {
        return Stream.of(
                arguments("通知.pdf", SampleFiles.pdf(), FileKind.PDF),
                arguments("通知.PDF", SampleFiles.pdf(), FileKind.PDF),
                arguments("实施方案.docx", SampleFiles.docx(), FileKind.DOCX),
                arguments("台账.xlsx", SampleFiles.xlsx(), FileKind.XLSX),
                arguments("台账.xls", SampleFiles.xls(), FileKind.XLS),
                arguments("台账.et", SampleFiles.xls(), FileKind.ET),
                arguments("方案.doc", SampleFiles.compound("WordDocument", "1Table"), FileKind.DOC),
                arguments("方案.wps", SampleFiles.compound("WordDocument", "1Table"), FileKind.WPS),
                arguments(
                        "公文.ofd",
                        SampleFiles.zip(StandardCharsets.UTF_8, "OFD.xml", "Doc_0/Document.xml"),
                        FileKind.OFD),
                arguments("照片.jpeg", SampleFiles.jpg(), FileKind.JPG),
                arguments("照片.png", SampleFiles.png(), FileKind.PNG),
                arguments("说明.txt", "两个口岸已经试运行。".getBytes(StandardCharsets.UTF_8), FileKind.TXT),
                arguments("说明.txt", "两个口岸已经试运行。".getBytes(GB18030), FileKind.TXT),
                arguments("数据.csv", "地区,进度\r\n湖南省,50%\r\n".getBytes(GB18030), FileKind.CSV),
                arguments("材料.zip", SampleFiles.zip(GB18030, "照片/一号仓库.jpg", "通知.pdf"), FileKind.ZIP));
    }

    @ParameterizedTest
    @MethodSource("whatItIs")
    void whatIsWhatItsNameSaysIsTaken(String name, byte[] bytes, FileKind kind) throws IOException {
        assertThat(inspection.kind(name, file(bytes))).isEqualTo(kind);
    }

    static Stream<Arguments> whatItIsNot() {
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        return Stream.of(
                arguments("通知.pdf", html, "file-content-differs"),
                arguments("通知.txt", html, "file-content-differs"),
                arguments("照片.jpg", SampleFiles.png(), "file-content-differs"),
                arguments("照片.jpg", program, "file-content-differs"),
                arguments("数据.csv", program, "file-content-differs"),
                arguments("方案.docx", SampleFiles.xlsx(), "file-content-differs"),
                arguments("方案.docx", SampleFiles.compound("EncryptedPackage"), "file-content-differs"),
                arguments("方案.doc", SampleFiles.docx(), "file-content-differs"),
                arguments("方案.doc", SampleFiles.xls(), "file-content-differs"),
                arguments("公文.ofd", SampleFiles.zip(StandardCharsets.UTF_8, "a.txt"), "file-content-differs"),
                arguments("程序.exe", program, "file-type-not-taken"),
                arguments("通知.pdf.exe", SampleFiles.pdf(), "file-type-not-taken"),
                arguments("台账.xlsm", SampleFiles.xlsx(), "file-type-not-taken"),
                arguments("页面.html", html, "file-type-not-taken"),
                arguments("图.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), "file-type-not-taken"),
                arguments("没有类型", SampleFiles.pdf(), "file-type-not-taken"),
                arguments(
                        "台账.xlsx",
                        SampleFiles.zip(
                                StandardCharsets.UTF_8, "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
                        "file-has-macros"),
                arguments("方案.doc", SampleFiles.compound("WordDocument", "_VBA_PROJECT"), "file-has-macros"),
                arguments("材料.zip", SampleFiles.zip(GB18030, "照片/一号.jpg", "工具/安装.EXE"), "file-holds-program"),
                arguments(
                        "材料.zip",
                        Arrays.copyOf(SampleFiles.zip(StandardCharsets.UTF_8, "通知.pdf", "b.txt"), 60),
                        "file-damaged"));
    }

    @ParameterizedTest
    @MethodSource("whatItIsNot")
    void whatIsSomethingElseIsRefused(String name, byte[] bytes, String why) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> inspection.kind(name, file))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> assertThat(
                                String.valueOf(refused.getBody().getType()))
                        .endsWith(why));
    }

    @Test
    void aRefusalNamesBothWhatTheNameSaysAndWhatItIs() throws IOException {
        Path file = file(SampleFiles.png());
        assertThatThrownBy(() -> inspection.kind("照片.jpg", file))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> assertThat(
                                refused.getBody().getProperties())
                        .containsEntry("claimed", "image/jpeg")
                        .containsEntry("found", "image/png"));
    }

    @Test
    void onlyWhatTheOperatorTakesIsTaken() throws IOException {
        Path file = file(SampleFiles.zip(StandardCharsets.UTF_8, "a.pdf"));
        assertThatThrownBy(() -> new Inspection(EnumSet.of(FileKind.PDF)).kind("材料.zip", file))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(415));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "sample", ".part"), bytes);
    }
}
