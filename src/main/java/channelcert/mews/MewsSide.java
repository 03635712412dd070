package channelcert.mews;

import channelcert.contract.Caller;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Draining;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.http.PublishedFaultForm;
import channelcert.mews.availabilityblock.BlockDesk;
import channelcert.mews.availabilityblock.BlocksView;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.InventoryView;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.PushControl;
import channelcert.mews.inventory.PushEngine;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.misbehaviour.Misbehaviour;
import channelcert.mews.property.Connection;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Mapping;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.Notice;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.PropertyDetails;
import channelcert.mews.property.PropertyEditing;
import channelcert.mews.reservation.outgoing.StaffDesk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The running Mews side: its listener, its engines, and the control of both. */
public final class MewsSide implements MewsControl, Draining {
  /** Names of everything that {@link #waiting} counts. */
  public static final Set<String> WAITING = BacklogStore.NAMES;

  private static final long LONGEST_BODY = 25L << 20;
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);

  private final MewsSettings settings;
  private final MewsParts parts;
  private final Listener listener;
  private final List<Engine> engines;

  private MewsSide(MewsSettings settings, Caller channelManagers) {
    this.settings = settings;
    this.parts = new MewsParts(settings, this::url, channelManagers);
    this.listener = Listener.start(listenerSettings(settings), parts.resources());
    this.engines = settings.engineRunning() ? startEngines() : List.of();
  }

  /**
   * Starts the Mews side.
   *
   * @throws IllegalStateException when the port cannot be bound
   */
  public static MewsSide start(MewsSettings settings) {
    return start(settings, MewsParts.caller(settings));
  }

  /**
   * Starts the Mews side with another way to channel managers than HTTP, for tests whose time is
   * not the real one.
   *
   * @throws IllegalStateException when the port cannot be bound
   */
  public static MewsSide start(MewsSettings settings, Caller channelManagers) {
    return new MewsSide(settings, channelManagers);
  }

  private static ListenerSettings listenerSettings(MewsSettings settings) {
    return new ListenerSettings(
            settings.host(),
            settings.port(),
            LONGEST_BODY,
            BODY_DEADLINE,
            new PublishedFaultForm(),
            settings.recorder(),
            settings.clock())
        .withObserver(settings.observer());
  }

  private List<Engine> startEngines() {
    Engine pushes = Engine.start("mews-pushes", parts.pushes::tick);
    parts.pushes.whenDone(pushes::wake);
    return List.of(
        pushes,
        Engine.start("mews-lease", parts.pushes::live),
        Engine.start("mews-incoming", parts.incoming::tick),
        Engine.start("mews-outgoing", parts.outgoing::tick),
        Engine.start("mews-blocks", parts.blocks::tick),
        Engine.start("mews-notifications", parts.notifications::tick),
        Engine.start("mews-mails", parts.mails::tick));
  }

  @Override
  public URI url() {
    URI chosen = settings.publicUrl();
    return chosen == null ? listener.uri() : URI.create(chosen.toString().replaceAll("/+$", ""));
  }

  /** The engine of the pushes, for tests that advance it. */
  public PushEngine engine() {
    return parts.pushes;
  }

  /** One pass of everything that otherwise runs by itself; answers whether anything was done. */
  public boolean tick() {
    boolean worked = parts.pushes.tick();
    worked |= parts.incoming.tick();
    worked |= parts.outgoing.tick();
    worked |= parts.blocks.tick();
    worked |= parts.notifications.tick();
    worked |= parts.mails.tick();
    return worked;
  }

  /** How much waits to be sent or confirmed, by name. */
  public Map<String, Long> waiting() {
    return new BacklogStore(settings.database()).counts();
  }

  @Override
  public void lastAnswers() {
    listener.lastAnswers();
  }

  @Override
  public void drain(Duration atMost) {
    listener.drain(atMost);
  }

  /** What the property was told about a connection, oldest first. */
  public List<Notice> notices(String connectionToken) {
    return parts.connections.notices(connectionToken);
  }

  @Override
  public Property createReferenceProperty(PricingMode pricingMode) {
    return parts.properties.createReference(pricingMode);
  }

  @Override
  public PropertyEditing editing() {
    return parts.editing;
  }

  @Override
  public Property property(String propertyId) {
    return parts.properties.property(propertyId);
  }

  @Override
  public PropertyDetails details(String propertyId) {
    return parts.properties.details(propertyId);
  }

  @Override
  public Optional<ConnectionDetails> connection(String connectionToken) {
    return parts.connections.details(connectionToken);
  }

  @Override
  public Mapping mapping(String connectionToken) {
    return parts.mappings.mapping(connectionToken);
  }

  @Override
  public InventoryView inventory() {
    return parts.inventory;
  }

  @Override
  public LocalDate today(String propertyId) {
    return parts.marks.today(property(propertyId));
  }

  @Override
  public Connection connect(NewConnection connection) {
    String token = connection.connectionToken();
    return parts.connections.create(connection, token == null ? settings.ids().get() : token);
  }

  @Override
  public void enable(String connectionToken, Set<InventoryKind> kinds) {
    parts.switches.enable(
        connectionToken, kinds, parts.marks.horizon(parts.access(connectionToken)));
    wake();
  }

  @Override
  public void changeAvailability(String propertyId, List<AvailabilityChange> wanted) {
    parts.changes.availability(property(propertyId), wanted);
    wake();
  }

  @Override
  public void changePrices(String propertyId, List<PriceChange> wanted) {
    parts.changes.prices(property(propertyId), wanted);
    wake();
  }

  @Override
  public void changeRestrictions(String propertyId, List<RestrictionChange> wanted) {
    parts.changes.restrictions(property(propertyId), wanted);
    wake();
  }

  @Override
  public void requestFullUpdate(String connectionToken, Nights nights, Set<InventoryKind> kinds) {
    parts.marks.request(parts.access(connectionToken), nights, kinds);
    wake();
  }

  @Override
  public void addUnannouncedCategory(String connectionToken, String spaceTypeCode) {
    parts.unannounced.addCategory(
        connectionToken, spaceTypeCode, parts.marks.horizon(parts.access(connectionToken)));
    wake();
  }

  @Override
  public void addUnannouncedRate(
      String connectionToken, String ratePlanCode, String spaceTypeCode) {
    parts.unannounced.addRate(
        connectionToken,
        new Pair(ratePlanCode, spaceTypeCode),
        parts.marks.horizon(parts.access(connectionToken)));
    wake();
  }

  @Override
  public void removeUnannounced(String connectionToken, String code) {
    parts.unannounced.remove(connectionToken, code);
  }

  @Override
  public boolean isSynchronised(String connectionToken, String code) {
    return parts.mappings.mapping(connectionToken).isSynchronised(code);
  }

  @Override
  public PushControl pushes() {
    return parts.pushes;
  }

  @Override
  public void confirmInventedBooking(
      String connectionToken,
      String channelManagerId,
      String reservationCode,
      String confirmationNumber) {
    parts.reservations.confirmInvented(
        connectionToken, channelManagerId, reservationCode, confirmationNumber);
  }

  @Override
  public boolean awaitDelivered(String connectionToken, Duration atMost) {
    return parts.marks.awaitDelivered(connectionToken, atMost);
  }

  @Override
  public boolean awaitNotified(String connectionToken, Duration atMost) {
    return parts.notifications.awaitTold(connectionToken, atMost);
  }

  @Override
  public void discardPending(String connectionToken) {
    parts.marks.discard(connectionToken);
    parts.pushes.forget(connectionToken);
  }

  @Override
  public JsonNode observeBookings(String connectionToken, String channelManagerIdPrefix) {
    return record(
        "bookings",
        about(connectionToken),
        parts.reservations.bookings(connectionToken, channelManagerIdPrefix));
  }

  @Override
  public JsonNode observeAvailability(String connectionToken, Nights nights) {
    return record(
        "availability",
        about(connectionToken),
        parts.availability.show(parts.access(connectionToken).property(), nights));
  }

  @Override
  public Misbehaviour misbehaviour() {
    return parts.misbehaviour;
  }

  @Override
  public StaffDesk staff() {
    return parts.staff;
  }

  @Override
  public JsonNode observeBlocks(String connectionToken) {
    String property = parts.access(connectionToken).property().id();
    return record(
        "blocks",
        about(connectionToken),
        BlocksView.of(parts.blocks.blocks(property), connectionToken));
  }

  @Override
  public BlockDesk blocks() {
    return parts.blocks;
  }

  @Override
  public JsonNode observeChannels(String connectionToken) {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    parts
        .channels()
        .forEach(
            each ->
                seen.withArray("channels")
                    .addObject()
                    .put("code", each.code())
                    .put("name", each.name()));
    return record("channels", about(connectionToken), seen);
  }

  /** Whose state it is, so that one who records for several knows. */
  private static Body about(String connectionToken) {
    return Body.of(
        JsonNodeFactory.instance.objectNode().put("connectionToken", connectionToken).toString());
  }

  private JsonNode record(String operation, Body about, JsonNode state) {
    Instant now = settings.clock().instant();
    Recorder.Open open =
        settings
            .recorder()
            .start(
                Direction.MEWS_STATE,
                operation,
                "GET",
                URI.create(url() + "/state/" + operation),
                now);
    open.answered(about, 200, "application/json", Body.of(state.toString()));
    return state;
  }

  private void wake() {
    engines.forEach(Engine::wake);
  }

  @Override
  public void close() {
    listener.close();
    engines.forEach(Engine::close);
    parts.close();
  }
}
