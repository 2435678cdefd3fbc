package io.casewire.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own rules, and beyond them: nobody writes to a topic while the disk is short. Of all ways to say no to a producer this is the
 * one that Kafka asks before it writes. Where readers are is still kept, as it takes next to no room.
 */
public final class BrokerAuthorizer extends StandardAuthorizer {
    /** A {@link DiskSpace}, not a text: broker and settings share one JVM. */
    static final String DISK_SPACE = "casewire.disk.space";

    private @Nullable DiskSpace space;

    @Override
    public void configure(Map<String, ?> settings) {
        super.configure(settings);
        space = (DiskSpace) settings.get(DISK_SPACE);
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        DiskSpace disk = space;
        if (disk == null || !disk.isShort()) {
            return results;
        }
        return IntStream.range(0, actions.size())
                .mapToObj(i -> takesRoom(actions.get(i)) ? AuthorizationResult.DENIED : results.get(i))
                .toList();
    }

    private static boolean takesRoom(Action action) {
        return action.operation() == AclOperation.WRITE
                && action.resourcePattern().resourceType() == ResourceType.TOPIC;
    }
}
