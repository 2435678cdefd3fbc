package io.casewire.extraction.worker;

import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Limit;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Unpacked;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that takes files apart, as whoever started it sees it. One thread's at a time, but for {@link #close}. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final long ENDS_WITHIN_SECONDS = 5;

    private final WorkerSettings settings;
    private final Scratch own;
    private final Process process;
    private final DataOutputStream jobs;
    private final DataInputStream answers;
    private final LastWords lastWords;
    private int taken;

    private WorkerProcess(WorkerSettings settings, Scratch own, Process process) {
        this.settings = settings;
        this.own = own;
        this.process = process;
        this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.lastWords = new LastWords(process.getErrorStream(), "extraction-" + process.pid());
    }

    /**
     * Starts it and waits until it takes jobs.
     *
     * @throws IOException where it cannot be started
     */
    static WorkerProcess start(WorkerSettings settings, String main) throws IOException {
        Scratch own = new Scratch(settings.folder());
        WorkerProcess worker = null;
        try {
            worker = new WorkerProcess(settings, own, WorkerCommand.start(settings, main, own));
            worker.awaitReady();
            return worker;
        } catch (IOException e) {
            if (worker == null) {
                own.close();
            } else {
                worker.close();
            }
            throw e;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has not done its share yet. */
    boolean takesMore() {
        return taken < settings.jobsPerWorker() && process.isAlive();
    }

    /**
     * Has a file taken apart. Where it does not come to an answer, the process is at its end.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    Outcome run(Job job) throws InterruptedException {
        taken++;
        try (Watch watch = new Watch(process, settings)) {
            try {
                Wire.write(job, settings.limits(), jobs);
                Outcome outcome = Wire.readOutcome(answers);
                Scratch.empty(WorkerCommand.temporary(own));
                return outcome instanceof Unpacked unpacked ? checked(unpacked, job.scratch()) : outcome;
            } catch (IOException e) {
                return ended(watch, e);
            }
        }
    }

    /** Ends it, whatever it is at. */
    @Override
    public void close() {
        try {
            // its sign to end; it must not be hurried while it removes its files, and has not long to do so
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException _) {
            kill();
            Thread.currentThread().interrupt();
        }
        own.close();
    }

    private void kill() {
        process.destroyForcibly();
    }

    private void awaitReady() throws IOException {
        WorkerSettings patient = new WorkerSettings(
                settings.classPath(),
                settings.heap(),
                START_LIMIT,
                START_LIMIT,
                settings.workers(),
                settings.jobsPerWorker(),
                settings.folder(),
                settings.limits());
        try (Watch _ = new Watch(process, patient)) {
            Wire.readReady(answers);
        } catch (IOException e) {
            kill();
            throw new IOException("The process that takes files apart does not start: " + lastWords.text(), e);
        }
    }

    private Outcome ended(Watch watch, IOException cause) throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            kill();
            return new Died("its answer could not be read: " + cause);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("Nobody waits for the file any more");
        }
        Limit exceeded = watch.exceeded();
        if (exceeded != null) {
            return new Overrun(exceeded);
        }
        int status = process.exitValue();
        return status == WorkerMain.OUT_OF_MEMORY
                ? new Overrun(Limit.HEAP)
                : new Died("exit status " + status + ": " + lastWords.text());
    }

    /** What is no file in the folder given is not what a reader unpacks. */
    private static Outcome checked(Unpacked unpacked, Path scratch) {
        for (Member member : unpacked.members()) {
            Path file = member.file().normalize();
            if (!file.startsWith(scratch.normalize()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return new Died("a member lies outside of its folder: " + member);
            }
        }
        return unpacked;
    }
}
