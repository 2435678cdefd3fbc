package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.PolicyDocument;
import java.time.LocalDate;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTests {
    private static final String TITLE = "样例院关于做好第三批样例经验复制推广工作的通知";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "样例院印发《关于做好第三批样例经验复制推广工作的通知》（样函〔2031〕5号），推广样例。|样函〔2031〕5号|-",
                "样例院印发《关于做好第三批样例经验复制推广工作的通知》（样发[2031]5号），推广样例。|样发〔2031〕5号|-",
                "样例院印发《关于做好第三批样例经验复制推广工作的通知》。|-|样例院关于做好第三批样例经验复制推广工作的通知",
                "样例院印发了《样例院关于做好第三批样例经验复制推广工作的通知》。|-|样例院关于做好第三批样例经验复制推广工作的通知",
                "样例院出台《关于做好第三批样例经验复制推广工作的通知》（样发〔2031〕9号）|样函〔2031〕5号|样例院关于做好第三批样例经验复制推广工作的通知",
            })
    void aChroniclesEntryAnnouncesAnInstrumentByNumberOrTitle(
            String text, @Nullable String number, @Nullable String title) {
        Announcement announced = Announcement.of(milestone("2031-06-24", text), 1);
        assertThat(announced.day()).isEqualTo(LocalDate.parse("2031-06-24"));
        assertThat(announced.keys()).containsAnyElementsOf(Announcement.keys(new PolicyDocument(title, number, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "某市召开会议，学习《样例院关于做好第三批样例经验复制推广工作的通知》（样函〔2031〕5号）。",
                "某市按照样函〔2031〕5号文件复制推广样例经验。",
                "某市印发《某市落实样例经验实施方案》，贯彻《样例院关于做好第三批样例经验复制推广工作的通知》（样函〔2031〕5号）。",
                "某市印发《关于做好第三批样例经验复制推广工作的通知》（某发〔2031〕7号）。",
            })
    void whatIsOnlyCitedOrIssuedByAnotherIsNotAnnounced(String text) {
        assertThat(Collections.disjoint(
                        Announcement.of(milestone("2031-06-24", text), 1).keys(),
                        Announcement.keys(new PolicyDocument(TITLE, "样函〔2031〕5号", null))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031", "2031-06"})
    void aMonthOrYearIsNoDay(String date) {
        assertThat(Announcement.of(milestone(date, "样例院印发《关于做好第三批样例经验复制推广工作的通知》（样函〔2031〕5号）"), 1)
                        .day())
                .isNull();
    }

    @Test
    void aDocumentAnnouncesItself() {
        Announcement announced = Announcement.of(new DocumentReference(
                DocumentId.derive("样函〔2031〕5号"),
                SourceId.ofSha256("0".repeat(64)),
                TITLE,
                "样函〔2031〕5号",
                "样例院",
                "2031-06-24",
                Genre.PROMOTION_LIST));
        assertThat(announced.keys())
                .containsExactlyInAnyOrderElementsOf(Announcement.keys(new PolicyDocument(TITLE, "样函〔2031〕5号", null)));
        assertThat(announced.day()).isEqualTo(LocalDate.parse("2031-06-24"));
    }

    private static MilestoneRecord milestone(String date, String text) {
        return new MilestoneRecord(EvidenceId.derive(text), date, null, text, new LineRange(1, 1));
    }
}
