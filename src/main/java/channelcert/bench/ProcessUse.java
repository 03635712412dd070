package channelcert.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What this process uses of the machine from a moment on. */
final class ProcessUse {
  private final long processorNanos;

  private ProcessUse(long processorNanos) {
    this.processorNanos = processorNanos;
  }

  static ProcessUse reset() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new ProcessUse(used());
  }

  double processorSeconds() {
    return (used() - processorNanos) / 1e9;
  }

  /** Sum of the highest use of each part of the heap, in 1 000 000 bytes. */
  double peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / 1e6;
  }

  private static long used() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
