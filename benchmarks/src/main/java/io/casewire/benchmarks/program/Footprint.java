package io.casewire.benchmarks.program;

import com.sun.management.UnixOperatingSystemMXBean;
import io.casewire.benchmarks.report.NotMeasured;
import java.lang.management.ManagementFactory;

/**
 * What a process holds on to.
 *
 * @param heap megabytes that stay after collecting
 * @param threads of the platform, live
 * @param descriptors open files and sockets
 */
public record Footprint(double heap, int threads, long descriptors) {
    /**
     * Of this process.
     *
     * @throws NotMeasured where the system does not tell
     */
    static Footprint ofThisProcess() throws InterruptedException {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            throw new NotMeasured("this system does not tell open files");
        }
        return new Footprint(
                Heap.megabytes(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system.getOpenFileDescriptorCount());
    }

    /** As a line that {@link #read} takes. */
    String line() {
        return heap + " " + threads + " " + descriptors;
    }

    static Footprint read(String line) {
        String[] parts = line.split(" ", 3);
        return new Footprint(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }
}
