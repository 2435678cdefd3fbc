package io.casewire.cli.doctor;

import io.casewire.cli.access.AccessControl;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.cli.connect.Answer;
import io.casewire.cli.topic.TopicState;
import io.casewire.cli.topic.WantedTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** What can be seen of a broker from outside. */
final class BrokerChecks {
    private static final String ABOUT = "kafka";
    private static final String FORMAT = "metadata.version";

    /** Feature level of {@code metadata.version} in Kafka 4.0 (4.0-IV3). */
    private static final int OLDEST_LEVEL = 25;

    private final Admin admin;

    private final boolean oneMachine;

    /** @param oneMachine whether the services share an account that may do everything */
    BrokerChecks(Admin admin, boolean oneMachine) {
        this.admin = admin;
        this.oneMachine = oneMachine;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(version());
        findings.addAll(topics());
        findings.addAll(rights());
        return findings;
    }

    private Finding version() {
        FinalizedVersionRange features = Answer.of(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(FORMAT);
        int nodes = Answer.of(admin.describeCluster().nodes()).size();
        if (features == null) {
            return Finding.warn(ABOUT, "answers, but does not tell its version; 4.0 or later is needed");
        }
        String found = "answers, %d broker(s), %s %d".formatted(nodes, FORMAT, features.maxVersionLevel());
        return features.maxVersionLevel() >= OLDEST_LEVEL
                ? Finding.ok(ABOUT, found)
                : Finding.warn(ABOUT, found + "; upgrade to Kafka 4.0 or later, then: kafka-features.sh upgrade");
    }

    private List<Finding> topics() {
        TopicState state = TopicState.of(admin, WantedTopic.all());
        List<Finding> findings = new ArrayList<>();
        state.sentences()
                .forEach(sentence ->
                        findings.add(Finding.fail("topics", sentence + "; `setup` says how to bring it in line")));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("topics", WantedTopic.all().size() + " as the registry wants them"));
        }
        findings.add(deadLetters(state));
        return findings;
    }

    private Finding deadLetters(TopicState state) {
        Set<String> missing = new HashSet<>();
        state.missing().forEach(topic -> missing.add(topic.name()));
        List<String> topics = WantedTopic.all().stream()
                .map(WantedTopic::name)
                .filter(name -> name.endsWith("-dlt") && !missing.contains(name))
                .toList();
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        Answer.of(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> topic.partitions().forEach(partition -> {
                    TopicPartition key = new TopicPartition(name, partition.partition());
                    first.put(key, OffsetSpec.earliest());
                    last.put(key, OffsetSpec.latest());
                }));
        long letters = sum(last) - sum(first);
        return letters == 0
                ? Finding.ok("dead", "no dead letters")
                : Finding.warn("dead", letters + " dead letters wait on topics ending in -dlt; see docs/operations.md");
    }

    private long sum(Map<TopicPartition, OffsetSpec> partitions) {
        return Answer.of(admin.listOffsets(partitions).all()).values().stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    private List<Finding> rights() {
        if (oneMachine) {
            return List.of(Finding.ok("rights", "only the instance itself and accounts made for other systems"));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            for (ServicePrincipal service : ServicePrincipal.all()) {
                Set<AclBinding> lacking = new HashSet<>(AccessControl.of(service));
                Set<AclBinding> found = found(service);
                lacking.removeAll(found);
                Set<AclBinding> tooMany = new HashSet<>(found);
                tooMany.removeAll(AccessControl.of(service));
                if (!lacking.isEmpty() || !tooMany.isEmpty()) {
                    findings.add(Finding.fail(
                            "rights",
                            "%s lacks %d and has %d too many; run `setup` again"
                                    .formatted(service.name(), lacking.size(), tooMany.size())));
                }
            }
        } catch (SecurityDisabledException e) {
            return List.of(
                    Finding.warn("rights", "the broker asks nobody for a password; fine on one machine, nowhere else"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("rights", "every service may do what it needs and no more"));
        }
        return findings;
    }

    private Set<AclBinding> found(ServicePrincipal service) {
        AclBindingFilter all = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(
                        AccessControl.principal(service.name()), null, AclOperation.ANY, AclPermissionType.ANY));
        return Set.copyOf(Answer.of(admin.describeAcls(all).values()));
    }
}
