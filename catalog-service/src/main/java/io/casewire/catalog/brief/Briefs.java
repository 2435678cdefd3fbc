package io.casewire.catalog.brief;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import java.util.List;

/** Tells of a case as much as a page holds. */
final class Briefs {
    private final BriefPdf pdf;

    Briefs(BriefPdf pdf) {
        this.pdf = pdf;
    }

    /** For a browser, whose fonts nobody knows: as much as surely fits when it is printed on A4. */
    String html(StoredCase stored, Language language, PublicAddress address) {
        List<Detail> details = Detail.LESS_AND_LESS;
        Brief brief = Brief.of(stored, details.getFirst(), language);
        for (int i = 1; i < details.size() && !PageEstimate.fits(brief); i++) {
            brief = Brief.of(stored, details.get(i), language);
        }
        return BriefPage.of(brief, language, address);
    }

    /** One page, by trying: the layout says how much fits. */
    byte[] pdf(StoredCase stored, Language language, PublicAddress address) {
        byte[] file = new byte[0];
        int pages = 0;
        for (Detail detail : Detail.LESS_AND_LESS) {
            Brief brief = Brief.of(stored, detail, language);
            if (pages == 0 && !PageEstimate.mayFit(brief)) {
                continue;
            }
            file = pdf.of(BriefPage.of(brief, language, address));
            pages = BriefPdf.pages(file);
            if (pages == 1) {
                return file;
            }
        }
        return file;
    }
}
