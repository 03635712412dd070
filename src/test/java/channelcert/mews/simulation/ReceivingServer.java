package channelcert.mews.simulation;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.api.InventoryApi;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.simulation.Receiver.Item;
import channelcert.mews.simulation.Receiver.Push;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A channel manager over real HTTP that shows what it was told last, accepts everything after a
 * moment, and watches over what must not happen: a lane with two messages in flight at once, and a
 * message that comes twice.
 */
final class ReceivingServer implements AutoCloseable {
  private static final Duration THINKING = Duration.ofMillis(3);

  private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();
  private final Map<String, Integer> bySender = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final List<String> faults = new ArrayList<>();
  private final AtomicInteger fallen = new AtomicInteger();
  private final AtomicInteger pushes = new AtomicInteger();
  private final Listener listener =
      Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(new Updates(this)));

  Map<String, URI> endpoints() {
    return Map.of(
        "updateAvailability", URI.create(listener.uri() + "/updateAvailability"),
        "updatePrices", URI.create(listener.uri() + "/updatePrices"),
        "updateRestrictions", URI.create(listener.uri() + "/updateRestrictions"));
  }

  /** How many messages were accepted. */
  int pushes() {
    return pushes.get();
  }

  /** How many messages are being read or answered. */
  int inFlight() {
    return busy.size();
  }

  /** How many messages each sender has sent, by the address that it wants confirmations at. */
  Map<String, Integer> bySender() {
    return Map.copyOf(bySender);
  }

  /** What must not happen and did. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Nullable String value(String token, Cell cell, LocalDate night) {
    Receiver receiver = receivers.get(token);
    if (receiver == null) {
      return null;
    }
    synchronized (receiver) {
      return receiver.value(cell, night);
    }
  }

  /** How often a night of availability was set to fewer units than it had, on all connections. */
  int fallen() {
    return fallen.get();
  }

  private SimpleResponse receive(String token, Push push) {
    String lane = token + " " + push.kind();
    if (!busy.add(lane)) {
      fault("two messages in flight at once on " + lane);
    }
    try {
      if (!ids.add(push.id())) {
        fault("message " + push.id() + " came twice on " + lane);
      }
      Receiver receiver = receivers.computeIfAbsent(token, key -> new Receiver());
      synchronized (receiver) {
        push.items().stream()
            .filter(item -> falls(receiver, item))
            .forEach(_ -> fallen.incrementAndGet());
        receiver.apply(push.items());
      }
      bySender.merge(URI.create(push.responseUrl()).getAuthority(), 1, Integer::sum);
      LockSupport.parkNanos(THINKING.toNanos());
      pushes.incrementAndGet();
      return SimpleResponse.builder().success(true).build();
    } finally {
      busy.remove(lane);
    }
  }

  private static boolean falls(Receiver receiver, Item item) {
    String before = receiver.value(item.cell(), item.from());
    return item.cell().kind() == InventoryKind.AVAILABILITY
        && before != null
        && Integer.parseInt(item.value()) < Integer.parseInt(before);
  }

  private synchronized void fault(String what) {
    faults.add(what);
  }

  @Override
  public void close() {
    listener.close();
  }

  /** The three updates. */
  public static final class Updates implements InventoryApi {
    private final ReceivingServer owner;

    Updates(ReceivingServer owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse updateAvailability(UpdateAvailabilityRequest request) {
      return owner.receive(request.connectionToken(), Receiver.read(request));
    }

    @Override
    public SimpleResponse updatePrices(UpdatePricesRequest request) {
      return owner.receive(request.connectionToken(), Receiver.read(request));
    }

    @Override
    public SimpleResponse updateRestrictions(UpdateRestrictionsRequest request) {
      return owner.receive(request.connectionToken(), Receiver.read(request));
    }
  }
}
