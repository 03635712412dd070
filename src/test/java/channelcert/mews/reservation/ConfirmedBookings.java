package channelcert.mews.reservation;

import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.contract.channelmanager.api.ReservationConfirmationApi;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A channel manager that keeps the confirmations it is sent and answers what a test tells it to.
 */
public final class ConfirmedBookings implements ReservationConfirmationApi, AutoCloseable {
  final List<ConfirmGroupRequest> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private final Listener listener;

  ConfirmedBookings() {
    listener = Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(this));
  }

  URI address() {
    return URI.create(listener.uri() + "/confirmGroup");
  }

  /** The next confirmations are refused with these codes, then all are accepted. */
  void refuseNext(Integer... codes) {
    refusals.addAll(List.of(codes));
  }

  @Override
  public SimpleResponse confirmGroup(ConfirmGroupRequest request) {
    received.add(request);
    Integer code = refusals.poll();
    return code == null
        ? SimpleResponse.builder().success(true).build()
        : SimpleResponse.builder()
            .success(false)
            .errors(
                List.of(
                    Error.builder().code(ErrorCode.of(code)).message("Not now: " + code).build()))
            .build();
  }

  /** The last confirmation: the code of its error, or its pairs. */
  String last() {
    ConfirmGroupRequest last = received.getLast();
    Error error = last.error();
    if (error != null) {
      return last.relatedMessageId() + " error " + error.code().wire();
    }
    List<String> pairs =
        java.util.Objects.requireNonNull(last.reservations()).stream()
            .map(pair -> pair.code() + "=" + pair.confirmationNumber())
            .toList();
    return last.relatedMessageId() + " " + String.join(" ", pairs);
  }

  @Override
  public void close() {
    listener.close();
  }
}
