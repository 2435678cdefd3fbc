package io.casewire.extraction.ofd;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.layout.DocumentLayout;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads OFD files by the positions of their characters and lines: pages with their templates, composite units and annotations, and every
 * document where a file holds several. Pages are counted through the whole file.
 */
public final class OfdReader implements FormatReader {
    private static final String ENTRY = "OFD.xml";
    private static final String ENCRYPTION = "Encryptions.xml";

    @Override
    public Format format() {
        return Format.OFD;
    }

    @Override
    public Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException {
        try (OfdPackage parts = new OfdPackage(file, limits)) {
            Node entry = parts.tree(ENTRY);
            if (entry == null) {
                throw parts.has(ENCRYPTION) ? OfdRefusals.encrypted() : OfdRefusals.damaged();
            }
            DocumentLayout layout = new DocumentLayout(Format.OFD, limits);
            int pages = 0;
            int placeholders = 0;
            for (Node body : entry.all("DocBody")) {
                String root = body.textOf("DocRoot");
                if (root != null) {
                    OfdDocument document = OfdDocument.open(parts, layout, OfdPackage.resolved(ENTRY, root));
                    pages += document.readPages(pages);
                    placeholders += document.placeholders();
                }
            }
            if (pages == 0) {
                throw OfdRefusals.damaged();
            }
            if (!layout.hasText()) {
                throw placeholders > 0 ? OfdRefusals.withoutCharacters() : OfdRefusals.withoutText();
            }
            return layout.finish();
        }
    }
}
