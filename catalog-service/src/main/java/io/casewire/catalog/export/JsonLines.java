package io.casewire.catalog.export;

import io.casewire.catalog.casefile.CaseAnswer;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON object a line, each as {@code GET /cases/{id}} answers it: everything that is known of the case. */
final class JsonLines implements CaseWriter {
    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(StoredCase stored) throws IOException {
        out.write(WireJson.mapper().writeValueAsBytes(CaseAnswer.of(stored)));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
