package io.casewire.serving.openapi;

import io.casewire.serving.problem.Problems;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of this service. */
@RestController
@Conditional(OpenApiAutoConfiguration.HasDescription.class)
final class DescriptionController {
    private final String service;
    private final byte[] description;

    DescriptionController(String service, byte[] description) {
        this.service = service;
        this.description = description;
    }

    /** This description. */
    @GetMapping("/api/{service:[a-z]+}/openapi")
    @Described(answers = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> description(@PathVariable String service) {
        if (!service.equals(this.service)) {
            throw Problems.notFound("description of a service", service);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }
}
