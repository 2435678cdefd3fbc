package io.casewire.catalog.address;

import io.casewire.serving.request.WebRoot;

/**
 * Where this installation is reached, for links in what leaves it: feeds are read and prints are lying far from where they were fetched.
 *
 * @param root without a slash at its end, for example {@code https://casewire.example.gov.cn}
 */
public record PublicAddress(String root) {
    /** @throws IllegalArgumentException for what is no absolute HTTP address of a folder */
    public PublicAddress {
        root = new WebRoot(root).address();
    }

    /** The page of a case. */
    public String pageOf(String caseId) {
        return root + "/#/case/" + caseId;
    }

    /** The page that searches with that query; empty for the one that shows everything. */
    public String searchPage(String query) {
        return root + "/#/search" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The case as data. */
    public String dataOf(String caseId) {
        return root + "/api/catalog/v1/cases/" + caseId;
    }

    /** The text of a document's file, where that line of it stands. */
    public String textOf(String sourceId, int line) {
        return root + "/api/ingest/v1/documents/" + sourceId + "/text#L" + line;
    }
}
