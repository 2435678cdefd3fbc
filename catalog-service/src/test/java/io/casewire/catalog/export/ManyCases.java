package io.casewire.catalog.export;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Writes as many invented cases as asked for, in a JVM of its own: format, number, file. */
final class ManyCases {
    private ManyCases() {}

    public static void main(String[] arguments) throws IOException {
        int cases = Integer.parseInt(arguments[1]);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            CaseWriter writer = ExportFormat.valueOf(arguments[0]).open(file, Language.ZH);
            for (int i = 0; i < cases; i++) {
                writer.write(invented(i));
            }
            writer.finish();
        }
    }

    /** Its texts differ from those of every other. */
    private static StoredCase invented(int number) {
        String practice = IntStream.range(0, 6)
                .mapToObj(i -> "第" + (number * 31L + i) + "项措施由海关与口岸部门共同办理，企业一次提交材料。")
                .reduce("", String::concat);
        return CaseDraft.of("many" + number, "通关便利化改革第" + number + "号")
                .summary("提出编号为" + number * 17L + "的做法，压减办理时间。")
                .practice(practice)
                .zones("湖南自贸试验区")
                .leadUnits("长沙海关")
                .metric("办理时间", String.valueOf(number % 100))
                .stored();
    }
}
