package channelcert.channelmanager.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages at its own pace: those of each booking or block in order, again after faults that
 * may pass, never again after a refusal.
 */
public final class Outbox {
  private static final int MAX_ATTEMPTS = 30;
  private static final int MAX_DOUBLINGS = 8;

  private final OutboxStore store;
  private final ErrorLogStore errors;
  private final Map<String, Correspondence> correspondences;
  private final CardsInFlight cards;
  private final Clock clock;
  private final Duration retry;
  private final Duration lease;

  /** When this node sends messages for which others wait a lease longer: only it has the card. */
  private final Map<String, Instant> own = new ConcurrentHashMap<>();

  /**
   * Wires the work.
   *
   * @param correspondences of every operation
   * @param retry pause after a first failed attempt; it doubles with each further one
   * @param lease how long an attempt may take before another node tries the message
   */
  public Outbox(
      OutboxStore store,
      ErrorLogStore errors,
      List<Correspondence> correspondences,
      CardsInFlight cards,
      Clock clock,
      Duration retry,
      Duration lease) {
    this.store = store;
    this.errors = errors;
    this.correspondences =
        correspondences.stream()
            .collect(Collectors.toMap(Correspondence::operation, Function.identity()));
    this.cards = cards;
    this.clock = clock;
    this.retry = retry;
    this.lease = lease;
  }

  /**
   * Announces a message that is about to be stored. This node sends it at the next tick, because
   * only it has the card; others wait for a while.
   *
   * @param card absent when the message has none
   */
  public NewMessage announce(
      String operation, String messageId, String reference, String body, @Nullable HeldCard card) {
    if (card != null) {
      cards.hold(messageId, card);
    }
    Instant now = clock.instant();
    own.put(messageId, now);
    return new NewMessage(
        operation, messageId, reference, body, now, card == null ? now : now.plus(lease));
  }

  /**
   * Makes one attempt with every message that is due.
   *
   * @return whether there was any
   */
  public boolean tick() {
    boolean worked = false;
    Instant now = clock.instant();
    for (OutgoingMessage message : store.due(now, ownDue(now))) {
      if (store.claim(message, clock.instant().plus(lease))) {
        own.remove(message.messageId());
        deliver(message);
        worked = true;
      }
    }
    return worked;
  }

  private List<String> ownDue(Instant now) {
    return own.entrySet().stream()
        .filter(each -> !each.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void deliver(OutgoingMessage message) {
    switch (correspondence(message).send(message, cards.find(message.messageId()))) {
      case Delivery.Accepted accepted -> {
        correspondence(message).accepted(message);
        cards.forget(message.messageId());
      }
      case Delivery.Rejected(List<ReportedError> errors) ->
          giveUp(message, failures(message, errors));
      case Delivery.Held(List<ReportedError> errors) ->
          correspondence(message).held(message, failures(message, errors));
      case Delivery.Postponed(String reason) -> postpone(message, reason);
    }
  }

  private void postpone(OutgoingMessage message, String reason) {
    int attempt = message.attempts() + 1;
    if (attempt >= MAX_ATTEMPTS) {
      String text = "Given up after " + attempt + " attempts. " + reason;
      giveUp(message, List.of(failure(message, null, text)));
      return;
    }
    if (attempt == 1) {
      String text = "Not delivered, will be sent again. " + reason;
      errors.log(message.connectionId(), failure(message, null, text));
    }
    Instant next = next(attempt);
    if (cards.find(message.messageId()).isPresent()) {
      own.put(message.messageId(), next);
      store.postpone(message, next.plus(lease));
    } else {
      store.postpone(message, next);
    }
  }

  private Correspondence correspondence(OutgoingMessage message) {
    return Objects.requireNonNull(correspondences.get(message.operation()), message.operation());
  }

  private Instant next(int attempt) {
    return clock.instant().plus(retry.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS)));
  }

  /** Sends what was held for a connection again, after the cause is gone. */
  public void release(long connectionId) {
    store.release(connectionId, clock.instant());
  }

  private List<LoggedError> failures(OutgoingMessage message, List<ReportedError> errors) {
    return errors.stream().map(each -> failure(message, each.code(), each.message())).toList();
  }

  private void giveUp(OutgoingMessage message, List<LoggedError> failures) {
    correspondence(message).givenUp(message, failures);
    cards.forget(message.messageId());
  }

  private LoggedError failure(OutgoingMessage message, @Nullable Integer code, String text) {
    return new LoggedError(clock.instant(), message.operation(), message.reference(), code, text);
  }
}
