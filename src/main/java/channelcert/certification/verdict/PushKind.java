package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of data that Mews pushes, with the names under which it stands in messages. */
public enum PushKind {
  AVAILABILITY("updateAvailability", "availabilities", "processAvailabilityConfirmation"),
  PRICES("updatePrices", "ratePrices", "processRateConfirmation"),
  RESTRICTIONS("updateRestrictions", "restrictions", "processRestrictionConfirmation");

  private final String operation;
  private final String items;
  private final String confirmation;

  PushKind(String operation, String items, String confirmation) {
    this.operation = operation;
    this.items = items;
    this.confirmation = confirmation;
  }

  /** Published name of the push. */
  public String operation() {
    return operation;
  }

  /** Name of the list in the push. */
  public String items() {
    return items;
  }

  /** Published name of the confirmation that follows an asynchronous push. */
  public String confirmation() {
    return confirmation;
  }

  /** The pushes of this kind in the row. */
  public List<Message> pushes(RowEvidence evidence) {
    return evidence.messages(Direction.MEWS_TO_CANDIDATE, operation);
  }

  static Optional<PushKind> of(Message message) {
    return Arrays.stream(values())
        .filter(kind -> kind.operation.equals(message.operation()))
        .findFirst();
  }
}
