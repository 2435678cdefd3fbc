package io.casewire.cli.access;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a service may do on Kafka, as access control entries; whatever is not here is refused. */
public final class AccessControl {
    private AccessControl() {}

    /** How Kafka writes the principal, for example {@code User:ingest}. */
    public static String principal(String name) {
        return "User:" + name;
    }

    /** All entries of a service: reading allows describing, writing too. */
    public static Set<AclBinding> of(ServicePrincipal service) {
        String principal = principal(service.name());
        Set<AclBinding> bindings = new HashSet<>();
        service.writes().forEach(topic -> bindings.add(topic(principal, topic.name(), AclOperation.WRITE)));
        service.reads().forEach(topic -> {
            bindings.add(topic(principal, topic.name(), AclOperation.READ));
            bindings.add(topic(principal, topic.deadLetterName(), AclOperation.WRITE));
            // it shows its own to operators, and handles them again
            bindings.add(topic(principal, topic.deadLetterName(), AclOperation.READ));
        });
        if (!service.reads().isEmpty()) {
            // a derived store that was dropped forgets how far it had read
            for (AclOperation operation : Set.of(AclOperation.READ, AclOperation.DELETE)) {
                bindings.add(binding(
                        new ResourcePattern(ResourceType.GROUP, service.groupPrefix(), PatternType.PREFIXED),
                        principal,
                        operation));
            }
        }
        return bindings;
    }

    private static AclBinding topic(String principal, String topic, AclOperation operation) {
        return binding(new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), principal, operation);
    }

    private static AclBinding binding(ResourcePattern resource, String principal, AclOperation operation) {
        return new AclBinding(resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }
}
