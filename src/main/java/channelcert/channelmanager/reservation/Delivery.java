package channelcert.channelmanager.reservation;

import java.util.List;

/** What came of one attempt to send a message. */
public sealed interface Delivery {
  /** Mews took it; a confirmation follows. */
  record Accepted() implements Delivery {}

  /** Worth another attempt: no answer, or a passing fault of Mews. */
  record Postponed(String reason) implements Delivery {}

  /** Mews takes it once somebody has changed something there or here; it waits for that. */
  record Held(List<ReportedError> errors) implements Delivery {}

  /** Mews will not take it however often it comes. */
  record Rejected(List<ReportedError> errors) implements Delivery {}
}
