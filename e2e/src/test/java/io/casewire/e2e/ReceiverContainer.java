package io.casewire.e2e;

import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A {@link RecordingServer} in a container, in none of a deployment's networks yet. */
final class ReceiverContainer extends GenericContainer<ReceiverContainer> {
    private static final int PORT = 8080;
    private static final String NAME = "receiver.test";

    ReceiverContainer() {
        // the image that images are built in: it has a JDK
        super(DockerImageName.parse("casewire/build:25"));
        String file = RecordingServer.class.getName().replace('.', '/') + ".class";
        withCopyFileToContainer(MountableFile.forClasspathResource(file), "/classes/" + file);
        withCommand(
                "java", "-XX:+UseSerialGC", "-cp", "/classes", RecordingServer.class.getName(), Integer.toString(PORT));
        waitingFor(Wait.forLogMessage("listening\\n", 1));
    }

    /** Where notify reaches it. */
    static String url() {
        return "http://" + NAME + ":" + PORT + "/hook";
    }

    void join(Deployment deployment) {
        deployment.join("outside", getContainerId(), NAME);
    }

    void leave(Deployment deployment) {
        deployment.leave("outside", getContainerId());
    }

    /** Message ids, each once: a message sent again has the id it had, so that its receiver drops it. */
    List<String> received() {
        return getLogs()
                .lines()
                .filter(line -> line.startsWith("message "))
                .distinct()
                .toList();
    }
}
