package io.casewire.extraction.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a process is started. */
final class WorkerCommand {
    private static final String TEMPORARY = "tmp";
    private static final String PROVIDERS = "providers";

    private WorkerCommand() {}

    static Process start(WorkerSettings settings, String main, Scratch own) throws IOException {
        Isolation.writeProviders(own.folder(PROVIDERS));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // the other one is for answers
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                // the JDK counts every &amp; of a part against its limits for document types, which are refused before
                // anything is read
                "-Djdk.xml.maxGeneralEntitySizeLimit=0",
                "-Djdk.xml.totalEntitySizeLimit=0",
                // POI tells each failure itself
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-Djava.io.tmpdir=" + temporary(own),
                "-Duser.home=" + own.folder("home"),
                // beside a service its libraries log by Logback, which without a word writes all to the standard output
                "-Dlogback.configurationFile=io/casewire/extraction/worker/logback.xml"));
        command.addAll(Isolation.options());
        command.addAll(
                List.of("-cp", classPath(settings, own), main, own.folder().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(own.folder().toFile());
        // passwords may be in it; without a word of the character set names beyond ASCII are lost
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Its folder for temporary files, emptied after each job. */
    static Path temporary(Scratch own) throws IOException {
        return own.folder(TEMPORARY);
    }

    private static String classPath(WorkerSettings settings, Scratch own) throws IOException {
        return own.folder(PROVIDERS)
                + File.pathSeparator
                + Arrays.stream(settings.classPath().split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator));
    }
}
