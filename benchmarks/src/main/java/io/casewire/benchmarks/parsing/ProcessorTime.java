package io.casewire.benchmarks.parsing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used of the processors, with everything its virtual machine does beside. */
final class ProcessorTime {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
