package io.casewire.replication.exchange;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.AskedLines;
import io.casewire.replication.ledger.Disclosure;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.serving.openapi.Described;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a file. */
@RestController
final class ExportController {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Entries entries;
    private final Gazetteer gazetteer;
    private final Disclosure disclosure;
    private final ExchangeSettings settings;
    private final Places places;
    private final Clock clock;

    ExportController(Entries entries, Gazetteer gazetteer, ExchangeSettings settings, Places places, Clock clock) {
        this.entries = entries;
        this.gazetteer = gazetteer;
        this.disclosure = new Disclosure(gazetteer);
        this.settings = settings;
        this.places = places;
        this.clock = clock;
    }

    /** Writes the file as it is read. What a region reported stands in it for those who may know. */
    @GetMapping("/api/replication/v1/ledger/export")
    @Described(answers = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"})
    void export(
            @RequestParam(defaultValue = "XLSX") ExchangeFormat format,
            @ModelAttribute AskedLines asked,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(name = "due_after", required = false) @Nullable String dueAfter,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(required = false) @Nullable Boolean counted,
            @RequestParam(required = false) @Nullable Boolean evidenced,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LocalDate day = LocalDate.now(clock.withZone(CHINA));
        EntryFilter filter = asked.filter(
                new AskedLines.Beside(caseId, dueBefore, dueAfter, overdue, lapsed, counted, evidenced),
                gazetteer,
                day);
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            head(format, filter, day, response);
            return;
        }
        places.take();
        try {
            LedgerLines lines = LedgerLines.of(entries, filter, settings.maxRows());
            head(format, filter, day, response);
            String title = title(filter, day, lines, caller);
            write(lines, format.open(response.getOutputStream(), title), caller);
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new ExportBrokenOff(e) : e;
        } finally {
            places.give();
        }
    }

    private void write(LedgerLines lines, LineWriter file, Optional<Caller> caller) throws IOException {
        int[] number = {0};
        lines.forEach(entry -> {
            try {
                number[0]++;
                file.write(line(entry, number[0], caller));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        file.finish();
    }

    private Line line(Entry entry, int number, Optional<Caller> caller) {
        return new Line(entry, number, disclosure.to(caller, entry.obligation().regionCode()));
    }

    private String title(EntryFilter filter, LocalDate day, LedgerLines lines, Optional<Caller> caller) {
        boolean hides = lines.regions().stream().anyMatch(region -> !disclosure.to(caller, region));
        return "复制推广任务台账（" + place(filter) + "）　导出日期："
                + day.format(DateTimeFormatter.ofPattern("yyyy年M月d日")) + "　共" + lines.size() + "条"
                + (hides ? "　注：无权查看填报内容的地区，其工作说明、理由、佐证材料、附件和责任落实各栏为空。" : "");
    }

    private String place(EntryFilter filter) {
        String code = filter.region() == null ? filter.province() : filter.region();
        return code == null
                ? "全部地区"
                : gazetteer.place(code).map(place -> place.name() + "，").orElse("") + code;
    }

    /** With a name for every client, and one in Chinese for those that read RFC 6266, as all browsers do. */
    private static void head(ExchangeFormat format, EntryFilter filter, LocalDate day, HttpServletResponse response) {
        String of = filter.region() == null ? "" : "-" + filter.region();
        String dated = of + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "." + format.ending();
        String name = URLEncoder.encode("复制推广任务台账" + dated, StandardCharsets.UTF_8);
        response.setContentType(format.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"ledger" + dated + "\"; filename*=UTF-8''" + name);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
