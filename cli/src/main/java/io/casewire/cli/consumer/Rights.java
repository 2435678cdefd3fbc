package io.casewire.cli.consumer;

import io.casewire.cli.access.AccessControl;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Patience;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What another system may do: read topics, in groups of its own name.
 *
 * <p>{@link #OPEN} are the open topics. {@link #LEDGER} is the topic of obligations too, for a system that may see what every
 * region reported and who did it.
 */
enum Rights {
    OPEN,
    LEDGER;

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The consumer group of the same name, and those that begin with it and a dot. */
    Set<AclBinding> of(String consumer) {
        Set<AclBinding> bindings = new HashSet<>();
        topics().forEach(topic ->
                bindings.add(reading(consumer, ResourceType.TOPIC, topic.name(), PatternType.LITERAL)));
        bindings.add(reading(consumer, ResourceType.GROUP, consumer, PatternType.LITERAL));
        bindings.add(reading(consumer, ResourceType.GROUP, consumer + ".", PatternType.PREFIXED));
        return bindings;
    }

    /** Which of these a consumer has; empty for an account that is none or has others. */
    static Optional<Rights> found(Admin admin, String consumer) {
        Set<AclBinding> bindings = bindings(admin, consumer);
        return Stream.of(values())
                .filter(rights -> rights.of(consumer).equals(bindings))
                .findFirst();
    }

    /** Gives a consumer just these rights, whatever it had before; they, and its account, hold once this returns. */
    void settle(Admin admin, String consumer) {
        Set<AclBinding> wanted = of(consumer);
        Set<AclBinding> found = bindings(admin, consumer);
        Answer.of(admin.createAcls(without(wanted, found)).all());
        // the broker follows its controller in its own time, accounts before rights
        Patience.await(SOON, () -> bindings(admin, consumer).containsAll(wanted));
        Answer.of(admin.deleteAcls(without(found, wanted).stream()
                        .map(AclBinding::toFilter)
                        .toList())
                .all());
    }

    static void takeAll(Admin admin, String consumer) {
        Answer.of(admin.deleteAcls(List.of(all(consumer))).all());
    }

    private List<Topic<? extends Event>> topics() {
        return switch (this) {
            case OPEN -> Topics.open();
            case LEDGER ->
                Stream.concat(Topics.open().stream(), Stream.of(Topics.OBLIGATION, Topics.PLAN, Topics.SETTLEMENT))
                        .toList();
        };
    }

    private static Set<AclBinding> bindings(Admin admin, String consumer) {
        return Set.copyOf(Answer.of(admin.describeAcls(all(consumer)).values()));
    }

    private static Set<AclBinding> without(Set<AclBinding> these, Set<AclBinding> those) {
        Set<AclBinding> rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static AclBindingFilter all(String consumer) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(
                        AccessControl.principal(consumer), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static AclBinding reading(String consumer, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(
                        AccessControl.principal(consumer), "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
