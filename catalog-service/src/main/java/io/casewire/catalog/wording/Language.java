package io.casewire.catalog.wording;

/** The language of headings and names; what documents say stays as they say it. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As BCP 47 names it. */
    public String tag() {
        return tag;
    }

    /** The one of the two that is in this language. */
    public String of(String chinese, String english) {
        return this == ZH ? chinese : english;
    }
}
