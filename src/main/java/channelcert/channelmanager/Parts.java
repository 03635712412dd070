package channelcert.channelmanager;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.access.SecretStore;
import channelcert.channelmanager.access.SessionStore;
import channelcert.channelmanager.availabilityblock.BlockDesk;
import channelcert.channelmanager.availabilityblock.BlockIntakeStore;
import channelcert.channelmanager.availabilityblock.BlockLetterStore;
import channelcert.channelmanager.availabilityblock.BlockResource;
import channelcert.channelmanager.availabilityblock.BlockResults;
import channelcert.channelmanager.availabilityblock.BlockSender;
import channelcert.channelmanager.availabilityblock.BlockStore;
import channelcert.channelmanager.driver.DriverGate;
import channelcert.channelmanager.driver.DriverParts;
import channelcert.channelmanager.driver.DriverResource;
import channelcert.channelmanager.driver.ProblemMapper;
import channelcert.channelmanager.extranet.Extranet;
import channelcert.channelmanager.extranet.ExtranetParts;
import channelcert.channelmanager.incoming.ConfirmationSender;
import channelcert.channelmanager.incoming.ConfirmationStore;
import channelcert.channelmanager.incoming.GroupResource;
import channelcert.channelmanager.incoming.IncomingStore;
import channelcert.channelmanager.incoming.KnownMews;
import channelcert.channelmanager.inspector.IncomingTap;
import channelcert.channelmanager.inspector.MessageLog;
import channelcert.channelmanager.inspector.Replay;
import channelcert.channelmanager.inventory.Bookability;
import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.InventoryStore;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.inventory.PushConfirmationSender;
import channelcert.channelmanager.inventory.PushConfirmationStore;
import channelcert.channelmanager.inventory.PushConfirmations;
import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.ConnectionSetup;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.MewsConfigurationClient;
import channelcert.channelmanager.mapping.OfferStore;
import channelcert.channelmanager.mapping.ProfileStore;
import channelcert.channelmanager.mapping.UpdateRequestClient;
import channelcert.channelmanager.notification.NotificationResource;
import channelcert.channelmanager.push.InventoryResource;
import channelcert.channelmanager.push.MessageStore;
import channelcert.channelmanager.push.PushIntake;
import channelcert.channelmanager.reservation.BookingConfirmations;
import channelcert.channelmanager.reservation.BookingDesk;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.BookingStore;
import channelcert.channelmanager.reservation.CardsInFlight;
import channelcert.channelmanager.reservation.ConfirmationResource;
import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.GroupCorrespondence;
import channelcert.channelmanager.reservation.Outbox;
import channelcert.channelmanager.reservation.OutboxStore;
import channelcert.channelmanager.reservation.ProcessGroupSender;
import channelcert.channelmanager.reservation.ReservationStore;
import channelcert.channelmanager.selling.OtaGate;
import channelcert.channelmanager.selling.OtaResource;
import channelcert.channelmanager.selling.SalesDesk;
import channelcert.channelmanager.selling.StaySearch;
import channelcert.exchange.Direction;
import channelcert.http.JsonCaller;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects that one side is made of. */
final class Parts implements AutoCloseable {
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);
  private static final int MAX_ANSWER = 25 << 20;

  private final ChannelManagerSettings settings;
  private final ConnectionStore connections;
  private final ConfigurationStore configurations;
  private final MessageStore messages;
  private final BookingStore bookings;
  private final OutboxStore outboxStore;
  private final ErrorLogStore errors;
  private final ReservationStore reservations;
  private final InventoryStore inventory;
  private final ModeStore modes;
  private final PushConfirmationStore confirmationStore;
  private final CardsInFlight cards = new CardsInFlight();
  private final ConnectionSetup setup;
  private final Outbox outbox;
  private final JsonCaller caller;
  private final IncomingStore incoming;
  private final BlockStore blocks;
  private final BlockLetterStore blockLetters;
  private final Rounds rounds;
  private final MessageLog messageLog;
  private final Access access;
  private @Nullable Replay replay;

  Parts(ChannelManagerSettings settings) {
    this.settings = settings;
    connections = new ConnectionStore(settings.database());
    configurations = new ConfigurationStore(settings.database());
    messages = new MessageStore(settings.database());
    bookings = new BookingStore(settings.database());
    outboxStore = new OutboxStore(settings.database());
    outboxStore.takeOver(settings.clock().instant());
    errors = new ErrorLogStore(settings.database());
    reservations = new ReservationStore(settings.database(), bookings, outboxStore, errors);
    modes = new ModeStore(settings.database(), settings.surroundings().asynchronous());
    messageLog = new MessageLog(settings.clock());
    access =
        new Access(
            new SecretStore(settings.database()),
            new SessionStore(settings.database()),
            settings.ids(),
            settings.clock());
    confirmationStore = new PushConfirmationStore(settings.database());
    inventory = new InventoryStore(settings.database());
    caller = caller();
    setup =
        new ConnectionSetup(
            new MewsConfigurationClient(caller, settings.mewsUrl(), settings.mewsClientToken()),
            connections,
            configurations,
            PushKind.names(),
            settings.clock());
    blocks = new BlockStore(settings.database());
    blockLetters = new BlockLetterStore(settings.database(), blocks, outboxStore, errors);
    outbox = outbox();
    incoming = new IncomingStore(settings.database());
    rounds =
        new Rounds(
            outbox,
            confirmations(),
            setup,
            messages,
            confirmations(confirmationStore),
            settings.clock());
  }

  private JsonCaller caller() {
    return new JsonCaller(
        Direction.CANDIDATE_TO_MEWS,
        messageLog.together(settings.surroundings().calls()),
        settings.clock(),
        settings.callTimeout(),
        MAX_ANSWER,
        null);
  }

  private PushConfirmations confirmations(PushConfirmationStore store) {
    return new PushConfirmations(
        store,
        new PushConfirmationSender(caller, settings.mewsClientToken()),
        settings.clock(),
        settings.retry(),
        settings.callTimeout().plus(LEASE_MARGIN));
  }

  private boolean isMews(String address) {
    return address.startsWith(settings.mewsUrl() + "/");
  }

  private Outbox outbox() {
    return new Outbox(
        outboxStore,
        errors,
        List.of(
            new GroupCorrespondence(
                new ProcessGroupSender(
                    caller, settings.processGroupAddress(), settings.mewsClientToken()),
                reservations),
            new BlockSender(
                caller, settings.processBlockAddress(), settings.mewsClientToken(), blockLetters)),
        cards,
        settings.clock(),
        settings.retry(),
        settings.callTimeout().plus(LEASE_MARGIN));
  }

  private ConfirmationSender confirmations() {
    return new ConfirmationSender(
        new ConfirmationStore(settings.database()),
        errors,
        caller,
        settings.mewsClientToken(),
        settings.clock(),
        settings.retry(),
        settings.callTimeout().plus(LEASE_MARGIN));
  }

  /**
   * What the listener serves.
   *
   * @param self root address of the listener, once it runs
   */
  List<Object> resources(Runnable wakeWorker, Supplier<URI> self) {
    List<Object> resources = new ArrayList<>(operations(wakeWorker));
    resources.addAll(selling(wakeWorker, self));
    resources.add(new IncomingTap(messageLog));
    return resources;
  }

  Access access() {
    return access;
  }

  private List<Object> selling(Runnable wakeWorker, Supplier<URI> self) {
    BookingHistoryStore history = new BookingHistoryStore(settings.database(), bookings);
    ProfileStore profiles = new ProfileStore(settings.database());
    InventoryReader reader = new InventoryReader(inventory);
    StaySearch search = new StaySearch(reader, configurations, modes, history, settings.clock());
    SalesDesk sales =
        new SalesDesk(search, desk(wakeWorker), history, configurations, settings.ids());
    replay = new Replay(self, settings.clientToken(), settings.ids());
    List<Object> resources = new ArrayList<>();
    resources.add(new OtaResource(profiles, search, sales, history, errors));
    resources.add(new OtaGate(access));
    resources.addAll(
        Extranet.resources(
            new ExtranetParts(
                access,
                profiles,
                connections,
                configurations,
                new OfferStore(settings.database()),
                setup,
                new UpdateRequestClient(caller, settings.mewsUrl(), settings.mewsClientToken()),
                modes,
                reader,
                history,
                incoming,
                blocks,
                errors,
                outbox,
                search,
                sales,
                messageLog,
                replay,
                wakeWorker,
                settings.clock())));
    return resources;
  }

  private BookingDesk desk(Runnable wakeWorker) {
    return new BookingDesk(reservations, configurations, outbox, settings.ids(), wakeWorker);
  }

  private List<Object> operations(Runnable wakeWorker) {
    Gate gate = new Gate(connections, settings.clientToken());
    PushIntake intake =
        new PushIntake(
            settings.database(),
            gate,
            connections,
            configurations,
            modes,
            confirmationStore,
            this::isMews,
            wakeWorker,
            settings.clock());
    BookingConfirmations confirmations =
        new BookingConfirmations(reservations, cards, settings.clock());
    return List.of(
        new InventoryResource(intake),
        new ConfirmationResource(gate, confirmations),
        new GroupResource(
            gate,
            configurations,
            incoming,
            new KnownMews(settings.mewsUrl()),
            settings.clock(),
            wakeWorker),
        new BlockResource(
            gate,
            configurations,
            new BlockIntakeStore(settings.database(), blocks),
            new BlockResults(blockLetters, settings.clock()),
            new KnownMews(settings.mewsUrl()),
            settings.clock(),
            wakeWorker),
        new NotificationResource(gate, connections, wakeWorker, settings.clock()),
        new Aliases(),
        new DriverResource(driverParts(wakeWorker)),
        new DriverGate(gate),
        new ProblemMapper());
  }

  private DriverParts driverParts(Runnable wakeWorker) {
    return new DriverParts(
        connections,
        configurations,
        setup,
        new InventoryReader(inventory),
        new Bookability(inventory),
        modes,
        desk(wakeWorker),
        bookings,
        errors,
        incoming,
        new BlockDesk(blockLetters, outbox, settings.ids(), wakeWorker),
        blocks,
        settings.clock());
  }

  void releaseBookings(long connectionId) {
    outbox.release(connectionId);
  }

  Rounds rounds() {
    return rounds;
  }

  /** Breaks off calls to Mews that are under way. */
  @Override
  public void close() {
    caller.close();
    messageLog.close();
    if (replay != null) {
      replay.close();
    }
  }
}
