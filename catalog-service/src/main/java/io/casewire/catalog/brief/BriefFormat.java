package io.casewire.catalog.brief;

import org.springframework.http.MediaType;

/** The forms of a brief. */
enum BriefFormat {
    HTML("text/html;charset=UTF-8"),
    PDF(MediaType.APPLICATION_PDF_VALUE);

    private final String type;

    BriefFormat(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /** What a request without the parameter means: PDF for who takes that and no HTML. */
    static BriefFormat accepted(String accept) {
        return accept.contains("application/pdf") && !accept.contains("text/html") ? PDF : HTML;
    }
}
