package io.casewire.extraction.worker;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.PlainText;
import io.casewire.extraction.Readers;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.extraction.worker.Wire.Order;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.LogManager;

/**
 * The process: takes jobs from its standard input, one after the other, and writes what became of each to its standard output. It ends
 * when the input does, whatever it is at, so that it never outlives whoever started it.
 */
final class WorkerMain {
    /** As the JVM itself ends with {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private static final int DONE = 0;
    private static final int BROKEN = 4;
    private static final long STACK = 16L << 20;

    private WorkerMain() {}

    /** @param arguments the folder that is its own, which it removes at its end */
    public static void main(String[] arguments) throws IOException {
        serve(Path.of(arguments[0]), Readers::read);
    }

    /** Serves until there are no more jobs; does not return. */
    static void serve(Path folder, Reading reading) throws IOException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // what libraries print is no answer
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        LogManager.getLogManager().reset();
        Isolation.begin();
        BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
        Thread reader = new Thread(null, () -> work(orders, reading, answers), "reader", STACK);
        reader.setDaemon(true);
        reader.start();
        try (DataInputStream jobs = new DataInputStream(new BufferedInputStream(in))) {
            while (true) {
                orders.add(Wire.readOrder(jobs));
            }
        } catch (IOException _) {
            Scratch.remove(folder);
            Runtime.getRuntime().halt(DONE);
        }
    }

    private static void work(BlockingQueue<Order> orders, Reading reading, DataOutputStream answers) {
        try {
            Wire.writeReady(answers);
            while (true) {
                Wire.write(outcome(orders.take(), reading), answers);
            }
        } catch (OutOfMemoryError _) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException | InterruptedException _) {
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private static Outcome outcome(Order order, Reading reading) {
        try {
            Job job = order.job();
            return switch (reading.read(job.file(), job.name(), job.scratch(), order.limits())) {
                case Extraction extraction ->
                    new Extracted(extraction.format(), Rendition.of(extraction), extraction.notices());
                case Archive archive -> new Unpacked(archive.members(), archive.notices());
                case PlainText _ -> new Plain();
            };
        } catch (Unextractable e) {
            return new Refused(e.reason(), String.valueOf(e.getMessage()), e.chinese());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return new Died(told(e));
        }
    }

    private static String told(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? e.toString() : e + " at " + trace[0];
    }
}
