package io.casewire.messaging.progress;

import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the listeners of this service have come, for operators. */
@RestController
public final class ConsumerGroupController {
    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> configuration;
    private final Supplier<Map<String, List<String>>> topicsByGroup;

    /** @param configuration of an admin client */
    public ConsumerGroupController(
            Map<String, Object> configuration, Supplier<Map<String, List<String>>> topicsByGroup) {
        this.configuration = new HashMap<>(configuration);
        this.configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
        this.topicsByGroup = topicsByGroup;
    }

    /** Each consumer group of this service with each partition it reads: where it is, where the end is, and the lag between. On one page. */
    @GetMapping("/api/${casewire.service}/v1/consumer-groups")
    @Described(problems = 503)
    Page<Progress> groups() {
        try (Admin admin = Admin.create(configuration)) {
            List<Progress> all = new ArrayList<>();
            for (Map.Entry<String, List<String>> group : new TreeMap<>(topicsByGroup.get()).entrySet()) {
                all.addAll(Progress.of(admin, group.getKey(), group.getValue()));
            }
            return new Page<>(all, null);
        } catch (ExecutionException | KafkaException e) {
            throw unknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        }
    }

    private static ErrorResponseException unknown(Exception failure) {
        return Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "progress-unknown",
                "Kafka does not say how far the listeners have come: " + failure.getMessage());
    }
}
