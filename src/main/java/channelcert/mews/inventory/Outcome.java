package channelcert.mews.inventory;

import channelcert.mews.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a pushed message. */
sealed interface Outcome {
  /** For whoever looks at the messages. */
  String inWords();

  /** Accepted and processed. */
  record Delivered() implements Outcome {
    @Override
    public String inWords() {
      return "accepted";
    }
  }

  /** Accepted only; a confirmation follows. */
  record Accepted() implements Outcome {
    @Override
    public String inWords() {
      return "accepted, a confirmation follows";
    }
  }

  /** Refused, for at least one reason. */
  record Refused(List<Refusal> refusals) implements Outcome {
    @Override
    public String inWords() {
      return refusals.stream()
          .map(refusal -> "refused with code " + refusal.code().wire() + ": " + refusal.message())
          .collect(Collectors.joining("; "));
    }
  }

  /** No usable answer. */
  record Unreachable(String reason) implements Outcome {
    @Override
    public String inWords() {
      return reason;
    }
  }
}
