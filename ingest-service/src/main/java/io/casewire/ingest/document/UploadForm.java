package io.casewire.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartRequest;

/** The files of a form, each taken or refused by itself. */
final class UploadForm {
    /** What a document's part is called. */
    static final String PART = "file";

    private UploadForm() {}

    /**
     * What became of one of several files.
     *
     * @param name as given, without folders
     * @param status as if it had been sent alone
     * @param document null where it was refused
     * @param refusal null where it was taken
     */
    record Item(
            String name,
            int status,
            @Nullable String id,
            @Nullable DocumentView document,
            @Nullable ProblemDetail refusal) {
        static Item taken(String name, HttpStatusCode status, DocumentView document) {
            return new Item(name, status.value(), document.id(), document, null);
        }

        static Item refused(String name, UploadRefused refused) {
            return new Item(name, refused.getStatusCode().value(), null, null, refused.getBody());
        }

        boolean isTaken() {
            return document != null;
        }
    }

    /** One item a file, in the form's order. */
    record Items(List<Item> items) {}

    /** @throws UploadRefused where a part with a file is called otherwise: it would be dropped */
    static void requireOnlyKnownParts(MultipartRequest form) {
        List<String> unknown = new ArrayList<>(form.getMultiFileMap().keySet());
        unknown.removeAll(Set.of(PART));
        if (!unknown.isEmpty()) {
            throw UploadRefused.badRequest(
                    "form-part-unknown",
                    "The form has parts that are not known",
                    "No document was taken. A document is sent as “" + PART + "”, each of several too; not as “"
                            + DocumentName.of(unknown.getFirst()) + "”.");
        }
    }

    /** 202 or 200 where all were taken, 207 where some were, and else the status of the first refusal. */
    static ResponseEntity<Items> answer(List<Item> items) {
        boolean any = items.stream().anyMatch(Item::isTaken);
        boolean all = items.stream().allMatch(Item::isTaken);
        HttpStatusCode status;
        if (all) {
            boolean isNew = items.stream().anyMatch(item -> item.status() == HttpStatus.ACCEPTED.value());
            status = isNew ? HttpStatus.ACCEPTED : HttpStatus.OK;
        } else {
            status = any
                    ? HttpStatus.MULTI_STATUS
                    : HttpStatusCode.valueOf(items.getFirst().status());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (items.stream().anyMatch(item -> item.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value())) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(UploadRefused.RETRY_WHEN_FULL.toSeconds()));
        }
        return answer.body(new Items(items));
    }
}
