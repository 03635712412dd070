package channelcert.channelmanager.incoming;

import static java.util.stream.Collectors.joining;

import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.MessageState;
import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.mews.client.AvailabilityBlockClient;
import channelcert.contract.mews.client.ReservationClient;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Confirms bookings and blocks to Mews: again after faults that may pass, never again after a
 * refusal. Each is confirmed in the order of its messages.
 */
public final class ConfirmationSender {
  /** Published name of the operation that takes confirmations of blocks. */
  public static final String BLOCK_CONFIRMATION =
      AvailabilityBlockClient.PROCESS_AVAILABILITY_BLOCK_CONFIRMATION.id();

  private static final int MAX_ATTEMPTS = 30;
  private static final int MAX_DOUBLINGS = 8;

  private final ConfirmationStore store;
  private final ErrorLogStore errors;
  private final ReservationClient groups;
  private final AvailabilityBlockClient blocks;
  private final String mewsClientToken;
  private final Clock clock;
  private final Duration retry;
  private final Duration lease;

  /**
   * Wires the work.
   *
   * @param mewsClientToken what we present to Mews
   * @param retry pause after a first failed attempt; it doubles with each further one
   * @param lease how long an attempt may take before another node tries
   */
  public ConfirmationSender(
      ConfirmationStore store,
      ErrorLogStore errors,
      Caller caller,
      String mewsClientToken,
      Clock clock,
      Duration retry,
      Duration lease) {
    this.store = store;
    this.errors = errors;
    this.groups = new ReservationClient(caller);
    this.blocks = new AvailabilityBlockClient(caller);
    this.mewsClientToken = mewsClientToken;
    this.clock = clock;
    this.retry = retry;
    this.lease = lease;
  }

  /**
   * Makes one attempt with everything that is due.
   *
   * @return whether there was any
   */
  public boolean tick() {
    boolean worked = false;
    for (ConfirmationStore.Waiting confirmation : store.due(clock.instant())) {
      if (store.claim(confirmation, clock.instant().plus(lease))) {
        send(confirmation);
        worked = true;
      }
    }
    return worked;
  }

  private void send(ConfirmationStore.Waiting confirmation) {
    Reply<SimpleResponse> reply =
        confirmation.operation().equals(BLOCK_CONFIRMATION)
            ? confirmBlock(confirmation)
            : confirmGroup(confirmation);
    switch (reply) {
      case Reply.Failed<SimpleResponse>(String reason) -> postpone(confirmation, reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> read(confirmation, answer);
    }
  }

  private Reply<SimpleResponse> confirmGroup(ConfirmationStore.Waiting confirmation) {
    return groups.processGroupConfirmation(
        URI.create(confirmation.responseUrl()),
        stored(confirmation, ProcessGroupConfirmationRequest.class)
            .with()
            .clientToken(mewsClientToken)
            .connectionToken(confirmation.connectionToken())
            .build());
  }

  private Reply<SimpleResponse> confirmBlock(ConfirmationStore.Waiting confirmation) {
    return blocks.processAvailabilityBlockConfirmation(
        URI.create(confirmation.responseUrl()),
        stored(confirmation, ProcessAvailabilityBlockConfirmationRequest.class)
            .with()
            .clientToken(mewsClientToken)
            .connectionToken(confirmation.connectionToken())
            .build());
  }

  private static <T> T stored(ConfirmationStore.Waiting confirmation, Class<T> type) {
    try {
      return Json.mapper().readValue(confirmation.body(), type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored confirmation is not readable", impossible);
    }
  }

  private void read(ConfirmationStore.Waiting confirmation, SimpleResponse answer) {
    if (answer.success()) {
      store.finish(confirmation, MessageState.CONFIRMED);
      return;
    }
    List<Error> reasons =
        Stream.concat(
                answer.errors() == null ? Stream.empty() : answer.errors().stream(),
                Stream.ofNullable(answer.error()))
            .toList();
    String text = reasons.stream().map(Error::message).collect(joining("; "));
    if (reasons.stream().allMatch(each -> each.code() == ErrorCode.SYSTEM_ERROR)) {
      postpone(confirmation, "Mews answered: " + text);
    } else {
      log(confirmation, reasons.getFirst().code().wire(), text);
      store.finish(confirmation, MessageState.REFUSED);
    }
  }

  private void postpone(ConfirmationStore.Waiting confirmation, String reason) {
    int attempt = confirmation.attempts() + 1;
    if (attempt >= MAX_ATTEMPTS) {
      log(confirmation, null, "Given up after " + attempt + " attempts. " + reason);
      store.finish(confirmation, MessageState.REFUSED);
      return;
    }
    if (attempt == 1) {
      log(confirmation, null, "Not delivered, will be sent again. " + reason);
    }
    Duration pause = retry.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    store.postpone(confirmation, clock.instant().plus(pause));
  }

  private void log(ConfirmationStore.Waiting confirmation, @Nullable Integer code, String text) {
    errors.log(
        confirmation.connectionId(),
        new LoggedError(
            clock.instant(), confirmation.operation(), confirmation.reference(), code, text));
  }
}
