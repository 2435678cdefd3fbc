package io.casewire.console.contracts;

/** In which the page speaks; Chinese first, as those who open it first do. */
enum Language {
    CHINESE("zh", "index.html"),
    ENGLISH("en", "en.html");

    private final String code;
    private final String file;

    Language(String code, String file) {
        this.code = code;
        this.file = file;
    }

    String code() {
        return code;
    }

    String file() {
        return file;
    }

    String say(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }

    Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }
}
