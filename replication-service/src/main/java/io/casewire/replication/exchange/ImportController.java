package io.casewire.replication.exchange;

import io.casewire.identity.Caller;
import io.casewire.replication.exchange.LedgerImport.Mode;
import io.casewire.replication.sheet.SheetFile;
import io.casewire.replication.sheet.Unreadable;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A table of the ledger comes back, as the body or as the part {@code file} of a form. */
@RestController
@RequestMapping("/api/replication/v1/ledger/import")
final class ImportController {
    private static final String PART = "file";

    private final LedgerImport imports;
    private final Places places;
    private final long maxSize;

    ImportController(LedgerImport imports, Places places, ExchangeSettings settings) {
        this.imports = imports;
        this.places = places;
        this.maxSize = settings.maxSize().toBytes();
    }

    /** Takes a table of the ledger out of a form; nothing is changed unless all its rows may be, or partial is asked for. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Described(body = ImportResult.class)
    ResponseEntity<?> form(
            @RequestPart(PART) MultipartFile file,
            MultipartHttpServletRequest form,
            @RequestParam(required = false) @Nullable ExchangeFormat format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            Caller caller)
            throws IOException {
        Set<String> parts = new TreeSet<>(form.getMultiFileMap().keySet());
        parts.remove(PART);
        if (!parts.isEmpty()
                || form.getMultiFileMap().getOrDefault(PART, List.of()).size() > 1) {
            throw Problems.badRequest("The form has one part '" + PART + "' with one table.");
        }
        try (InputStream in = file.getInputStream()) {
            return take(in, format, new Mode(dryRun, partial), caller);
        }
    }

    /** Takes a table of the ledger; nothing is changed unless all its rows may be, or partial is asked for. */
    @PostMapping
    @Described(
            body = ImportResult.class,
            takes = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
    ResponseEntity<?> body(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable ExchangeFormat format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            Caller caller)
            throws IOException {
        return take(request.getInputStream(), format, new Mode(dryRun, partial), caller);
    }

    @ExceptionHandler
    ProblemDetail onTooLarge(MaxUploadSizeExceededException e) {
        return FileRefused.tooLarge(maxSize).getBody();
    }

    private ResponseEntity<?> take(InputStream in, @Nullable ExchangeFormat format, Mode mode, Caller caller)
            throws IOException {
        places.take();
        try {
            return takeSpooled(in, format, mode, caller);
        } finally {
            places.give();
        }
    }

    private ResponseEntity<?> takeSpooled(InputStream in, @Nullable ExchangeFormat format, Mode mode, Caller caller)
            throws IOException {
        Path file = Files.createTempFile("casewire-ledger", ".import");
        try {
            spool(in, file);
            ImportResult result = imports.take(file, kind(file, format), mode, caller);
            return result.failed() > 0 && !mode.dryRun() && !mode.partial() && result.applied() == 0
                    ? refused(result)
                    : ResponseEntity.ok(result);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void spool(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16 * 1024];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > maxSize) {
                    throw FileRefused.tooLarge(maxSize);
                }
                out.write(buffer, 0, read);
            }
            if (size == 0) {
                throw FileRefused.of("file-empty", "文件是空的。");
            }
        }
    }

    /** Its content decides; a format that was named has to be that. */
    private static SheetFile.Kind kind(Path file, @Nullable ExchangeFormat named) throws IOException {
        SheetFile.Kind kind;
        try {
            kind = SheetFile.kind(file)
                    .orElseThrow(() -> FileRefused.of("format-unknown", "文件不是 .xlsx 或 .csv 表格。请另存为 .xlsx 后再导入。"));
        } catch (Unreadable e) {
            throw FileRefused.of(e);
        }
        if (named != null && !named.name().equals(kind.name())) {
            throw FileRefused.of("format-differs", "文件的内容是" + kind + "，不是" + named + "。");
        }
        return kind;
    }

    private static ResponseEntity<ProblemDetail> refused(ImportResult result) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "rows-refused",
                "有" + result.failed() + "行存在错误，未作任何修改。请更正后重新导入；如只需导入正确的行，请选择部分导入（partial=true）。");
        problem.setProperty("result", result);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
