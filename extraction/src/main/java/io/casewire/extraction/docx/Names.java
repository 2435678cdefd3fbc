package io.casewire.extraction.docx;

import java.util.HashMap;
import java.util.Map;

/** Names of elements and attributes with the prefixes of the standard, whatever prefixes a writer chose. */
final class Names {
    /** The transitional form and the strict one mean the same. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"),
            Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/math", "m:"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/math", "m:"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a:"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/main", "a:"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic:"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/picture", "pic:"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/chart", "c:"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/chart", "c:"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm:"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/diagram", "dgm:"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14:"),
            Map.entry("urn:schemas-microsoft-com:vml", "v:"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o:"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml:"));

    private final Map<String, Map<String, String>> known = new HashMap<>();

    /** Of an element or attribute. Other namespaces share a prefix that nobody asks for. */
    String of(String namespace, String local) {
        return known.computeIfAbsent(namespace, _ -> new HashMap<>())
                .computeIfAbsent(local, _ -> prefix(namespace) + local);
    }

    private static String prefix(String namespace) {
        return namespace.isEmpty() ? "" : PREFIXES.getOrDefault(namespace, "other:");
    }
}
