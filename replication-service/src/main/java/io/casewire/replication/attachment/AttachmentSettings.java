package io.casewire.replication.attachment;

import io.casewire.replication.ledger.Attaching;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Files of obligations.
 *
 * @param maxSize of one file; at most 32 MB, as no form takes more
 * @param maxFiles of one obligation at a time
 * @param maxTotal of the files of one obligation together
 * @param types what is taken
 */
@Validated
@ConfigurationProperties(prefix = "casewire.replication.attachments", ignoreUnknownFields = false)
record AttachmentSettings(
        @DefaultValue("20MB") DataSize maxSize,
        @Min(1) @Max(200) @DefaultValue("30") int maxFiles,
        @DefaultValue("100MB") DataSize maxTotal,

        @NotEmpty
        @DefaultValue({
            "PDF", "OFD", "DOCX", "DOC", "XLSX", "XLS", "PPTX", "WPS", "ET", "JPG", "PNG", "TXT", "CSV", "ZIP"
        })
        Set<FileKind> types) {
    private static final DataSize LARGEST = DataSize.ofMegabytes(32);

    AttachmentSettings {
        types = EnumSet.copyOf(types);
        if (maxSize.toBytes() < 1 || maxSize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("max-size is " + maxSize + "; it is 1B to " + LARGEST);
        }
        if (maxTotal.compareTo(maxSize) < 0) {
            throw new IllegalArgumentException("max-total is " + maxTotal + ", less than max-size " + maxSize);
        }
    }

    Attaching.Limits limits() {
        return new Attaching.Limits(maxFiles, maxTotal.toBytes());
    }
}
