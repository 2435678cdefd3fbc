package io.casewire.parsing;

import io.casewire.parsing.page.PageReader;
import io.casewire.text.SimplifiedForm;
import java.util.function.Function;

/** All knowledge of words is in simplified characters; what was read in traditional ones is given back as printed. */
final class ScriptBridge {
    private ScriptBridge() {}

    /**
     * Reads a text in either script.
     *
     * @param reading reads simplified characters
     */
    static ParsedDocument across(String name, String text, Function<String, ParsedDocument> reading) {
        if (!SimplifiedForm.isTraditional(text)) {
            return reading.apply(text);
        }
        ParsedDocument parsed = reading.apply(SimplifiedForm.of(text));
        PrintedForms forms = new PrintedForms(text);
        return new ParsedDocument(
                forms.restored(parsed.document()),
                parsed.records().stream().map(forms::restored).toList(),
                parsed.diagnostics(),
                PageReader.read(name, text),
                parsed.charset(),
                parsed.coverage());
    }
}
