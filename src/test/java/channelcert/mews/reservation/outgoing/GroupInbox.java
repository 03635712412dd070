package channelcert.mews.reservation.outgoing;

import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.api.GroupDeliveryApi;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.mews.FakeChannelManager;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A channel manager that keeps the bookings it is sent, and confirms only when a test does. */
public final class GroupInbox implements GroupDeliveryApi, AutoCloseable {
  final List<ProcessGroupToChmRequest> received = new CopyOnWriteArrayList<>();
  private final Queue<SimpleResponse> answers = new ConcurrentLinkedQueue<>();
  private final Listener listener;

  public GroupInbox() {
    listener = Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(this));
  }

  public URI address() {
    return URI.create(listener.uri() + "/processGroup");
  }

  /** The next message is refused with that code. */
  void refuseNext(int code) {
    answers.add(FakeChannelManager.refusal(code, null, null));
  }

  @Override
  public SimpleResponse processGroup(ProcessGroupToChmRequest request) {
    received.add(request);
    SimpleResponse next = answers.poll();
    return next == null ? FakeChannelManager.ACCEPTED_FOR_LATER : next;
  }

  public ProcessGroupToChmRequest last() {
    return received.getLast();
  }

  @Override
  public void close() {
    listener.close();
  }
}
