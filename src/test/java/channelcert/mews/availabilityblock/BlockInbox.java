package channelcert.mews.availabilityblock;

import channelcert.contract.channelmanager.AvailabilityBlockProcessingConfirmationRequest;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.ConfirmGroupRequest;
import channelcert.contract.channelmanager.ProcessAvailabilityBlockToChmRequest;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.api.AvailabilityBlockApi;
import channelcert.contract.channelmanager.api.GroupDeliveryApi;
import channelcert.contract.channelmanager.api.ReservationConfirmationApi;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.mews.FakeChannelManager;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A channel manager that keeps what it is sent, and confirms only when a test does. */
final class BlockInbox implements AutoCloseable {
  final List<ProcessAvailabilityBlockToChmRequest> blocks = new CopyOnWriteArrayList<>();
  final List<AvailabilityBlockProcessingConfirmationRequest> results = new CopyOnWriteArrayList<>();
  final List<ConfirmGroupRequest> bookings = new CopyOnWriteArrayList<>();
  final List<ProcessGroupToChmRequest> groups = new CopyOnWriteArrayList<>();
  private final Queue<SimpleResponse> answers = new ConcurrentLinkedQueue<>();
  private final Listener listener;

  BlockInbox() {
    listener =
        Listener.start(
            ListenerSettings.loopback(0, Clock.systemUTC()),
            List.of(new Blocks(this), new Bookings(this), new Groups(this)));
  }

  Map<String, URI> endpoints() {
    return Map.of(
        "processAvailabilityBlock", at("processAvailabilityBlock"),
        "processAvailabilityBlockConfirmation", at("processAvailabilityBlockConfirmation"),
        "confirmGroup", at("confirmGroup"),
        "processGroup", at("processGroup"));
  }

  private URI at(String operation) {
    return URI.create(listener.uri() + "/" + operation);
  }

  /** The next message about a block or its result is answered so. */
  void answerNext(SimpleResponse answer) {
    answers.add(answer);
  }

  /** The next message about a block or its result is refused with that code. */
  void refuseNext(int code, @Nullable String categoryCode) {
    answers.add(FakeChannelManager.refusal(code, null, categoryCode));
  }

  ProcessAvailabilityBlockToChmRequest lastMessage() {
    return blocks.getLast();
  }

  AvailabilityBlockToChm last() {
    return blocks.getLast().availabilityBlock();
  }

  AvailabilityBlockProcessingConfirmationRequest lastResult() {
    return results.getLast();
  }

  private SimpleResponse answer(SimpleResponse usual) {
    SimpleResponse next = answers.poll();
    return next == null ? usual : next;
  }

  @Override
  public void close() {
    listener.close();
  }

  /** Blocks and results. */
  public static final class Blocks implements AvailabilityBlockApi {
    private final BlockInbox owner;

    Blocks(BlockInbox owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse processAvailabilityBlock(ProcessAvailabilityBlockToChmRequest request) {
      owner.blocks.add(request);
      return owner.answer(FakeChannelManager.ACCEPTED_FOR_LATER);
    }

    @Override
    public SimpleResponse processAvailabilityBlockConfirmation(
        AvailabilityBlockProcessingConfirmationRequest request) {
      owner.results.add(request);
      return owner.answer(FakeChannelManager.ACCEPTED);
    }
  }

  /** Confirmations of bookings, always taken. */
  public static final class Bookings implements ReservationConfirmationApi {
    private final BlockInbox owner;

    Bookings(BlockInbox owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse confirmGroup(ConfirmGroupRequest request) {
      owner.bookings.add(request);
      return FakeChannelManager.ACCEPTED;
    }
  }

  /** Bookings from Mews, always taken. */
  public static final class Groups implements GroupDeliveryApi {
    private final BlockInbox owner;

    Groups(BlockInbox owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse processGroup(ProcessGroupToChmRequest request) {
      owner.groups.add(request);
      return FakeChannelManager.ACCEPTED_FOR_LATER;
    }
  }
}
