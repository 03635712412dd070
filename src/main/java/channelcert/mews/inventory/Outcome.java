package channelcert.mews.inventory;

import channelcert.mews.Refusal;
import java.util.List;

/** What became of a pushed message. */
sealed interface Outcome {
  /** Accepted and processed. */
  record Delivered() implements Outcome {}

  /** Accepted only; a confirmation follows. */
  record Accepted() implements Outcome {}

  /** Refused, for at least one reason. */
  record Refused(List<Refusal> refusals) implements Outcome {}

  /** No usable answer. */
  record Unreachable(String reason) implements Outcome {}
}
