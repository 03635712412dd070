package channelcert.channelmanager.reservation;

import java.util.List;
import java.util.Optional;

/** The messages of one operation: how they are sent, and what follows. */
public interface Correspondence {
  /** Published name of the operation. */
  String operation();

  /** Makes one attempt. */
  Delivery send(OutgoingMessage message, Optional<HeldCard> card);

  /** Mews took a message and will confirm it, unless it has done so already. */
  void accepted(OutgoingMessage message);

  /** A message waits until it is released. */
  void held(OutgoingMessage message, List<LoggedError> failures);

  /** A message is never sent again. */
  void givenUp(OutgoingMessage message, List<LoggedError> failures);
}
