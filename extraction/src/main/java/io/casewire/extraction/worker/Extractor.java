package io.casewire.extraction.worker;

import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Takes files apart in processes of its own, which are started when they are needed first, kept for the next file and replaced when they
 * have done their share or broke down. Serves all threads.
 */
public final class Extractor implements AutoCloseable {
    /** Once more, as a process may also end for reasons that are not the file's. */
    private static final int TRIES = 2;

    private final WorkerSettings settings;
    private final String main;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Extractor(WorkerSettings settings) {
        this(settings, WorkerMain.class.getName());
    }

    /** @param main the process's main class */
    Extractor(WorkerSettings settings, String main) {
        this.settings = settings;
        this.main = main;
        this.free = new Semaphore(settings.workers(), true);
    }

    /**
     * Takes a file apart when a process is free. A file that ends its process is tried once more in a fresh one.
     *
     * @param name of the file as its sender called it, for messages
     * @param scratch a folder for the members of an archive; what is in it is removed first, and the caller removes it at last
     * @throws InterruptedException when the thread is interrupted or this is closed; nothing is known of the file then
     * @throws UncheckedIOException when no process can be started
     */
    public Outcome extract(Path file, String name, Path scratch) throws InterruptedException {
        Job job = new Job(name, file.toAbsolutePath(), scratch.toAbsolutePath());
        free.acquire();
        try {
            Outcome outcome = new Died("never tried");
            for (int i = 0; i < TRIES && !isAnswer(outcome); i++) {
                Scratch.empty(scratch);
                outcome = once(job);
            }
            return outcome;
        } finally {
            free.release();
        }
    }

    /** Ends all processes, also those that are at work. */
    @Override
    public void close() {
        closed = true;
        all.forEach(WorkerProcess::close);
        all.clear();
    }

    private Outcome once(Job job) throws InterruptedException {
        WorkerProcess worker = take();
        boolean fit = false;
        try {
            Outcome outcome = worker.run(job);
            fit = isAnswer(outcome) && worker.takesMore();
            if (closed) {
                throw new InterruptedException("The extractor is closed");
            }
            return outcome;
        } finally {
            if (fit && !closed) {
                idle.addFirst(worker);
            } else {
                all.remove(worker);
                worker.close();
            }
        }
    }

    private WorkerProcess take() throws InterruptedException {
        for (WorkerProcess worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
            if (worker.isAlive()) {
                return worker;
            }
            all.remove(worker);
            worker.close();
        }
        if (closed) {
            throw new InterruptedException("The extractor is closed");
        }
        try {
            WorkerProcess started = WorkerProcess.start(settings, main);
            all.add(started);
            if (closed) {
                started.close();
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("No process can be started to take files apart", e);
        }
    }

    private static boolean isAnswer(Outcome outcome) {
        return switch (outcome) {
            case Extracted _, Unpacked _, Plain _, Refused _ -> true;
            case Overrun _, Died _ -> false;
        };
    }
}
