package channelcert.mews.inventory;

import channelcert.mews.Refusal;
import channelcert.mews.inventory.RefusalStore.Reaction;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Connections;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes care of a lane whose last message was only accepted: with the confirmation its nights are
 * delivered or wait again, and without it they wait again after a while (domain reference, 7.2).
 */
final class Awaiting {
  private final PushStore store;
  private final MessageStore messages;
  private final RefusalStore refusals;
  private final Connections connections;
  private final Clock clock;
  private final Retries retries;

  Awaiting(
      PushStore store,
      MessageStore messages,
      RefusalStore refusals,
      Connections connections,
      Clock clock,
      Retries retries) {
    this.store = store;
    this.messages = messages;
    this.refusals = refusals;
    this.connections = connections;
    this.clock = clock;
    this.retries = retries;
  }

  /** Answers whether the lane may send something new; else its work has ended. */
  boolean goesOn(Claim claim) {
    String messageId = claim.awaitedMessage();
    if (messageId == null) {
      return true;
    }
    Optional<Outcome> outcome = messages.outcome(claim.lane(), messageId).map(Confirmations::read);
    if (outcome.isPresent()) {
      return outcome.get() instanceof Outcome.Refused(List<Refusal> reasons)
          ? refused(claim, messageId, reasons)
          : store.confirmed(claim, messageId);
    }
    return missing(claim, messageId);
  }

  private boolean missing(Claim claim, String messageId) {
    Instant deadline = claim.awaitedUntil();
    if (deadline == null) {
      return store.unconfirmed(claim, messageId);
    }
    if (clock.instant().isBefore(deadline)) {
      store.awaitFurther(claim);
    } else {
      store.expire(claim, later(claim));
    }
    return false;
  }

  private boolean refused(Claim claim, String messageId, List<Refusal> reasons) {
    Instant now = clock.instant();
    Lane lane = claim.lane();
    ConnectionDetails connection =
        connections.find(lane.connectionToken()).orElseThrow().connection();
    Reaction reaction =
        refusals.apply(connection, lane.kind(), store.awaitedKeys(lane, messageId), reasons, now);
    if (!store.unconfirmed(claim, messageId)) {
      return false;
    }
    if (reaction == Reaction.RETRY) {
      store.pause(claim, later(claim));
      if (claim.failures() == 0) {
        refusals.tellOfDelay(connection, lane.kind(), reasons, now);
      }
    } else if (reaction == Reaction.PAUSE) {
      store.pause(claim, now.plus(retries.afterRefusal()));
    }
    return reaction == Reaction.SEND_THE_REST;
  }

  private Instant later(Claim claim) {
    return clock.instant().plus(retries.afterFailure(claim.failures() + 1));
  }
}
