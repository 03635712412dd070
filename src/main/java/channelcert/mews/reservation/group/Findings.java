package channelcert.mews.reservation.group;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What the rules find in a message, in the order in which they look; used by one thread. */
public final class Findings {
  private static final int LONGEST_VALUE = 100;

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** A business rule is broken (code 7). */
  public void refuse(String message) {
    refusals.add(Refusal.of(ErrorCode.PROCESSING_ERROR, message));
  }

  public void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  public void warn(String message) {
    warnings.add(message);
  }

  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** A value of the sender, shortened so that it cannot flood a message. */
  public static String shown(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
  }
}
