package io.casewire.standalone.demo;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Api.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The demonstration's agency: subscribes to every published case. */
final class Subscriber {
    private static final String SUBSCRIPTIONS = "/api/notify/v1/subscriptions";
    private static final String AGENCY = "示例机构";

    private final Api notify;

    Subscriber(URI notify, Path data) {
        this.notify = Api.of(notify, data, new Caller("demo agency", Set.of(Role.AGENCY), null, AGENCY));
    }

    /** An earlier demonstration's receiver is gone, and with it the sense of its subscription. */
    void subscribe(WebhookReceiver receiver) throws IOException, InterruptedException {
        for (JsonNode earlier : notify.get(SUBSCRIPTIONS).body().path("items")) {
            notify.delete(SUBSCRIPTIONS + "/" + earlier.path("id").asString(""));
        }
        Answer answer = notify.post(
                SUBSCRIPTIONS,
                Map.of(
                        "kinds", List.of("case.published"),
                        "webhook", Map.of("url", receiver.address().toString())));
        if (!answer.ok()) {
            throw new IOException("The subscription was refused: " + answer.problem());
        }
        receiver.trust(answer.body().path("webhook").path("secret").asString(""));
    }
}
