package channelcert.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The nights that a change is for. */
final class NightsOption {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "First night, for example 2027-03-01.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last night, included; when absent the first one.")
  private @Nullable LocalDate to;

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to == null ? from : to;
  }

  /** For a sentence about the change. */
  @Override
  public String toString() {
    return from.equals(to()) ? from.toString() : from + " to " + to();
  }
}
