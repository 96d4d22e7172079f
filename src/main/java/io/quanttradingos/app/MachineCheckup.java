package io.quanttradingos.app;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Whether the machine gives the service memory and open files enough. */
final class MachineCheckup {
    private static final int NEEDED_MEBIBYTES = 450;
    /** What is open beside the connections: libraries, the run store, the log. */
    private static final int OTHER_FILES = 300;

    private MachineCheckup() {}

    static List<Finding> findings(Settings settings) {
        return List.of(
                Finding.of("memory", MachineCheckup::memory),
                Finding.of("open files", () -> files(openFiles(), settings.number("qtos.connections.max"))));
    }

    private static Finding memory() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return memory(machine.getTotalMemorySize() >> 20);
    }

    static Finding memory(long mebibytes) {
        String held = mebibytes + " MiB of memory may be used";
        return mebibytes < NEEDED_MEBIBYTES
                ? Finding.warn(
                        "memory",
                        held + ", and serve takes up to " + NEEDED_MEBIBYTES
                                + " with its 256 MiB of heap: give it more, or less heap with QTOS_JAVA_OPTS=-Xmx128m.")
                : Finding.ok("memory", held + ".");
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    static Finding files(long most, int connections) {
        if (most < connections + OTHER_FILES) {
            return Finding.warn(
                    "open files",
                    most + " files may be open, too few for QTOS_CONNECTIONS_MAX=" + connections
                            + " connections: raise it with ulimit -n " + (connections + OTHER_FILES)
                            + ", or allow fewer connections.");
        }
        return Finding.ok(
                "open files", (most == Long.MAX_VALUE ? "Any number of" : Long.toString(most)) + " may be open.");
    }
}
