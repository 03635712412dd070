package channelcert.bench;

import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PlanSample;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Pushes from one Mews side to many connections: a full update of all of them, then changes of
 * single nights. Ten connections share a property, as several channel managers of one hotel do.
 */
public final class PushBench {
  private static final int DAYS = 365;
  private static final int CONNECTIONS_OF_A_PROPERTY = 10;
  private static final int SAMPLES = 1000;
  private static final int PLANS = 200;
  private static final int MOST_ROUNDS = 200;
  private static final int FULL_UPDATES_OF_ONE = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String CATEGORY = "DBL";

  private final MewsSide mews;
  private final Sink sink;
  private final List<Hotel> hotels = new ArrayList<>();
  private final int connections;
  private final int hanging;

  /** A property and the connections that answer. */
  private record Hotel(Property property, List<String> connections) {}

  private PushBench(MewsSide mews, Sink sink, int connections, int hanging) {
    this.mews = mews;
    this.sink = sink;
    this.connections = connections;
    this.hanging = hanging;
  }

  /**
   * Runs the benchmark once on an empty database.
   *
   * @param connections how many answer at once
   * @param hanging how many beside them never answer
   */
  public static PushFigures run(
      Database database, Clock clock, Supplier<String> ids, int connections, int hanging)
      throws IOException {
    try (MewsSide mews = MewsSide.start(MewsSettings.loopback(database, clock, ids));
        Sink sink = Sink.start()) {
      PushBench bench = new PushBench(mews, sink, connections, hanging);
      bench.connectAll();
      return bench.measure();
    }
  }

  /** How long the intervals of a full update of prices take once warm, the median in ms. */
  public static double planMillis() {
    PlanSample sample = new PlanSample();
    double[] millis = new double[PLANS];
    for (int plan = 0; plan < 2 * PLANS; plan++) {
      long before = System.nanoTime();
      if (sample.plan() == 0) {
        throw new IllegalStateException("a full update has no interval");
      }
      millis[plan % PLANS] = (System.nanoTime() - before) / 1e6;
    }
    return percentile(millis, 50);
  }

  private void connectAll() {
    for (int first = 0; first < connections; first += CONNECTIONS_OF_A_PROPERTY) {
      Property property = mews.createReferenceProperty(PricingMode.GROSS);
      List<String> tokens = new ArrayList<>();
      int count = Math.min(CONNECTIONS_OF_A_PROPERTY, connections - first);
      for (int number = first; number < first + count; number++) {
        tokens.add(connect(property, "bench-" + number, sink.endpoints("bench-" + number)));
      }
      hotels.add(new Hotel(property, tokens));
    }
    for (int number = 0; number < hanging; number++) {
      connect(hotels.getFirst().property(), "hanging-" + number, sink.hangingEndpoints());
    }
  }

  private String connect(Property property, String token, Map<String, URI> endpoints) {
    mews.connect(
        new NewConnection(
            token,
            property.id(),
            "Sink",
            "bench-to-mews",
            "bench-to-sink",
            endpoints,
            false,
            DAYS,
            DAYS,
            5000));
    return token;
  }

  private PushFigures measure() {
    ProcessUse process = ProcessUse.reset();
    long before = System.nanoTime();
    int updates = Math.max(1, FULL_UPDATES_OF_ONE / connections);
    enableAll();
    for (int update = 1; update < updates; update++) {
      updateAll();
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    double processor = process.processorSeconds();
    long messages = sink.messages();
    double megabytes = sink.bytes() / 1e6;
    double[] millis = changeSingleNights();
    return new PushFigures(
        connections,
        hanging,
        messages,
        megabytes,
        cells() * updates,
        seconds,
        processor,
        percentile(millis, 50),
        percentile(millis, 99),
        process.peakMegabytes());
  }

  private void enableAll() {
    Set<InventoryKind> all = EnumSet.allOf(InventoryKind.class);
    hotels.forEach(hotel -> hotel.connections().forEach(token -> mews.enable(token, all)));
    for (int number = 0; number < hanging; number++) {
      mews.enable("hanging-" + number, all);
    }
    awaitAll();
  }

  private void updateAll() {
    for (Hotel hotel : hotels) {
      Nights nights = Nights.of(mews.today(hotel.property().id()), DAYS);
      hotel
          .connections()
          .forEach(
              token -> mews.requestFullUpdate(token, nights, EnumSet.allOf(InventoryKind.class)));
    }
    awaitAll();
  }

  private void awaitAll() {
    for (Hotel hotel : hotels) {
      for (String token : hotel.connections()) {
        if (!mews.awaitDelivered(token, PATIENCE)) {
          throw new IllegalStateException("the full update of " + token + " was not delivered");
        }
      }
    }
  }

  /** A night of each property changes, again and again; answers the time to each acceptance. */
  private double[] changeSingleNights() {
    int rounds = Math.clamp(SAMPLES / connections, 3, MOST_ROUNDS);
    double[] millis = new double[rounds * connections];
    int sample = 0;
    for (int round = 0; round < rounds; round++) {
      List<Long> changed = new ArrayList<>();
      for (Hotel hotel : hotels) {
        changed.add(System.nanoTime());
        changeNight(hotel.property(), round);
      }
      for (int number = 0; number < hotels.size(); number++) {
        long since = changed.get(number);
        for (String token : hotels.get(number).connections()) {
          millis[sample++] = (sink.acceptedAfter(token, since, PATIENCE) - since) / 1e6;
        }
      }
    }
    return millis;
  }

  private void changeNight(Property property, int round) {
    LocalDate night = mews.today(property.id()).plusDays(30 + round);
    mews.changeAvailability(
        property.id(), List.of(new AvailabilityChange(CATEGORY, Nights.of(night, 1), 1)));
  }

  private long cells() {
    return hotels.stream().mapToLong(hotel -> hotel.connections().size() * cells(hotel)).sum();
  }

  private static long cells(Hotel hotel) {
    Property property = hotel.property();
    long categories =
        property.categories().stream().filter(Property.SpaceCategory::synchronised).count();
    long rates = property.ratePlans().stream().filter(Property.RatePlan::synchronised).count();
    long prices =
        rates * property.categories().stream().mapToLong(Property.SpaceCategory::capacity).sum();
    return DAYS * (categories + categories * rates + prices);
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }
}
