package io.casewire.replication.plan;

import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes task events and keeps the newest of each. */
final class TaskHandler implements EventHandler<TaskEvent> {
    private final Tasks tasks;

    TaskHandler(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void on(List<Received<TaskEvent>> batch) {
        Map<TaskId, PlannedTask> newest = new LinkedHashMap<>();
        for (Received<TaskEvent> received : batch) {
            Envelope<TaskEvent> envelope = received.envelope();
            if (envelope != null) {
                newest.merge(
                        envelope.event().task().id(),
                        planned(envelope.event()),
                        (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        tasks.keepNewer(newest.values());
    }

    private static PlannedTask planned(TaskEvent event) {
        String withdrawn = event instanceof TaskEvent.TaskWithdrawn gone ? gone.reason() : null;
        return PlannedTask.of(event.task(), event.revision(), event.document(), withdrawn);
    }
}
