package channelcert.mews;

import channelcert.contract.Caller;
import channelcert.contract.mews.api.AvailabilityBlockApi;
import channelcert.contract.mews.api.ReservationApi;
import channelcert.exchange.Direction;
import channelcert.http.JsonCaller;
import channelcert.http.ListenerSettings;
import channelcert.mews.availabilityblock.BlockSide;
import channelcert.mews.inventory.AvailabilityView;
import channelcert.mews.inventory.InventoryChanges;
import channelcert.mews.inventory.InventoryMarks;
import channelcert.mews.inventory.InventoryResource;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.InventoryView;
import channelcert.mews.inventory.MessageStore;
import channelcert.mews.inventory.PushEngine;
import channelcert.mews.inventory.PushStore;
import channelcert.mews.mail.MailSender;
import channelcert.mews.message.Incoming;
import channelcert.mews.message.OutgoingDelivery;
import channelcert.mews.misbehaviour.MisbehavingCaller;
import channelcert.mews.misbehaviour.MisbehavingListener;
import channelcert.mews.misbehaviour.Misbehaviour;
import channelcert.mews.property.Access;
import channelcert.mews.property.Channels;
import channelcert.mews.property.ConfigurationResource;
import channelcert.mews.property.ConnectionStore;
import channelcert.mews.property.MappingStore;
import channelcert.mews.property.NotificationSender;
import channelcert.mews.property.PropertyEditing;
import channelcert.mews.property.PropertyEditingStore;
import channelcert.mews.property.PropertyResource;
import channelcert.mews.property.PropertyStore;
import channelcert.mews.property.SwitchStore;
import channelcert.mews.property.UnannouncedStore;
import channelcert.mews.reservation.ChannelStore;
import channelcert.mews.reservation.ReservationSide;
import channelcert.mews.reservation.outgoing.OutgoingSide;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the Mews side is made of, wired together; nothing of it runs by itself. */
final class MewsParts implements AutoCloseable {
  private static final int LONGEST_ANSWER = 64 << 10;
  private static final Duration LAST_WORK = Duration.ofSeconds(2);

  final PropertyStore properties;
  final ConnectionStore connections;
  final SwitchStore switches;
  final MappingStore mappings;
  final UnannouncedStore unannounced;
  final PropertyEditing editing;
  final InventoryChanges changes;
  final InventoryMarks marks;
  final AvailabilityView availability;
  final InventoryView inventory;
  final PushEngine pushes;
  final NotificationSender notifications;
  final MailSender mails;
  final ReservationSide reservations;
  final Misbehaviour misbehaviour = new Misbehaviour();
  final OutgoingSide staff;
  final BlockSide blocks;
  final Incoming incoming;
  final OutgoingDelivery outgoing;
  private final Database database;
  private final Caller wire;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Wires the parts.
   *
   * @param url root address of the Mews side as channel managers must call it
   * @param reaching reaches channel managers
   */
  MewsParts(MewsSettings settings, Supplier<URI> url, Caller reaching) {
    database = settings.database();
    Clock clock = settings.clock();
    InventoryStore values = new InventoryStore(database);
    wire = reaching;
    Caller caller = new MisbehavingCaller(misbehaviour, wire, settings.recorder(), clock);
    properties = new PropertyStore(database);
    connections = new ConnectionStore(database);
    switches = new SwitchStore(database);
    mappings = new MappingStore(database);
    unannounced = new UnannouncedStore(database);
    editing = new PropertyEditingStore(database, clock, settings.ids());
    changes = new InventoryChanges(values);
    marks = new InventoryMarks(new PushStore(database), clock);
    availability = new AvailabilityView(values);
    inventory = new InventoryView(values);
    pushes =
        new PushEngine(
            database,
            properties,
            caller,
            clock,
            settings.ids(),
            url,
            settings.retries(),
            settings.engineRunning() ? workers : Runnable::run);
    notifications = new NotificationSender(database, properties, caller, clock);
    mails = new MailSender(database, settings.mail(), clock);
    blocks = new BlockSide(database, properties, values, clock, caller, url, settings.retries());
    staff =
        new OutgoingSide(
            database,
            properties,
            values,
            blocks.ledger(),
            clock,
            settings.ids(),
            caller,
            url,
            blocks::code,
            settings.retries());
    reservations =
        new ReservationSide(
            database,
            properties,
            values,
            blocks.ledger(),
            clock,
            settings.ids(),
            caller,
            staff.confirmations());
    incoming =
        new Incoming(
            database,
            properties,
            clock,
            settings.retries(),
            List.of(reservations.handler(), blocks.handler()));
    outgoing =
        new OutgoingDelivery(
            database,
            properties,
            List.of(staff.sender(), blocks.sender()),
            clock,
            settings.ids(),
            settings.retries(),
            !settings.engineRunning());
  }

  /** Reaches channel managers over HTTP. */
  static Caller caller(MewsSettings settings) {
    return new JsonCaller(
        Direction.MEWS_TO_CANDIDATE,
        settings.recorder(),
        settings.clock(),
        settings.callTimeout(),
        LONGEST_ANSWER,
        null);
  }

  /** The operations of the Mews side, for a listener. */
  List<Object> resources() {
    ReservationApi groups = (ReservationApi) reservations.resource();
    AvailabilityBlockApi ofBlocks = (AvailabilityBlockApi) blocks.resource();
    ChannelStore channels = new ChannelStore(database);
    return List.of(
        new PciProxy(),
        new MisbehavingListener(misbehaviour, ListenerSettings::publishedOperation),
        new PropertyResource(connections),
        new ConfigurationResource(
            properties, connections, mappings, () -> known(channels), marks::horizon),
        new InventoryResource(properties, marks, new MessageStore(database)),
        groups,
        ofBlocks,
        new ProxyAliasResource(groups, ofBlocks));
  }

  /** What Get channels lists. */
  List<Channels.KnownChannel> channels() {
    return known(new ChannelStore(database));
  }

  private static List<Channels.KnownChannel> known(ChannelStore channels) {
    return channels.all().stream()
        .map(channel -> new Channels.KnownChannel(channel.code(), channel.name()))
        .toList();
  }

  /** The connection with its property. */
  Access.Granted access(String connectionToken) {
    return properties
        .find(connectionToken)
        .orElseThrow(() -> new IllegalArgumentException("there is no such connection"));
  }

  /** Lets messages in flight come to their end for a moment, then breaks them off. */
  @Override
  public void close() {
    workers.shutdown();
    if (!isIdle()) {
      workers.shutdownNow();
    }
    if (wire instanceof JsonCaller overHttp) {
      overHttp.close();
    }
    // What was broken off is noted before the database may go.
    isIdle();
    pushes.close();
    outgoing.close();
  }

  private boolean isIdle() {
    try {
      return workers.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
