package channelcert.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fault that the layer knows. */
public final class Faults {
  private static final List<String> GROUPS = List.of("INV", "RES", "ERR", "SUP");

  private static final List<Fault> ALL =
      Stream.of(
              AvailabilityFaults.all(),
              FormFaults.all(),
              PriceFaults.all(),
              RestrictionFaults.all(),
              FullPushFaults.all(),
              SingleBookingFaults.all(),
              MultiBookingFaults.all(),
              ProductFaults.all(),
              ErrorFaults.all(),
              SupplementaryFaults.all(),
              StaffBookingFaults.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(fault -> place(fault.row())))
          .toList();

  private Faults() {}

  /** In the order of the rows that find them. */
  public static List<Fault> all() {
    return ALL;
  }

  /** The fault with that name. */
  public static Optional<Fault> named(String name) {
    return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
  }

  private static int place(String row) {
    int dash = row.indexOf('-');
    return GROUPS.indexOf(row.substring(0, dash)) * 100 + Integer.parseInt(row.substring(dash + 1));
  }
}
