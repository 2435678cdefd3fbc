package io.casewire.console.contracts;

import io.casewire.serving.problem.Problems;
import io.casewire.text.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The JSON Schemas of events by their {@code $id}, which {@code ce_dataschema} of an event names. */
final class Schemas {
    private static final String ID = "urn:casewire:schema:";

    private final SortedMap<String, byte[]> byId = new TreeMap<>();

    Schemas(ContractFiles contracts) {
        contracts
                .events()
                .forEach(event -> byId.put(
                        ID + event, contracts.file("schema/" + event + ".json").orElseThrow()));
    }

    /** @throws ErrorResponseException (404) where there is none, with those whose names are near */
    byte[] of(String id) {
        byte[] schema = byId.get(id);
        if (schema == null) {
            throw unknown(id);
        }
        return schema;
    }

    /** The document of the topics, its references to files turned into those to addresses beside its own. */
    static byte[] withAddresses(byte[] asyncapi) {
        return new String(asyncapi, StandardCharsets.UTF_8)
                .replaceAll("\"\\./schema/([a-z0-9.-]+)\\.json\"", "\"./schemas/" + ID + "$1\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ErrorResponseException unknown(String id) {
        List<String> nearest = Nearest.of(id, byId.keySet());
        String meant = nearest.isEmpty()
                ? " GET /api/asyncapi names them all."
                : " Did you mean " + String.join(" or ", nearest) + "?";
        ProblemDetail problem = Problems.problem(
                HttpStatus.NOT_FOUND, "not-found", "There is no schema '" + Problems.shortened(id) + "'." + meant);
        problem.setProperty("nearest", nearest);
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
