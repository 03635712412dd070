package channelcert.mews.reservation.group;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What the rules find in a message, in the order in which they look; used by one thread. */
final class Findings {
  private static final int LONGEST_VALUE = 100;

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** A business rule is broken (code 7). */
  void refuse(String message) {
    refusals.add(Refusal.of(ErrorCode.PROCESSING_ERROR, message));
  }

  void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  void warn(String message) {
    warnings.add(message);
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** A value of the sender, shortened so that it cannot flood a message. */
  static String shown(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
  }
}
