package channelcert.mews.simulation;

import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.simulation.World.Link;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days in a world: changes and faults, and now and then a checkpoint, at which the faults stop and
 * every channel manager has to show what the property has set.
 */
final class Simulation implements AutoCloseable {
  private static final Duration STEP = Duration.ofMinutes(11);
  private static final int MOST_STEPS = 60;

  private final Random random;
  private final World world;
  private int bookings;
  private int checkpoints;

  Simulation(long seed, Defect defect) {
    this.random = new Random(~seed);
    this.world = new World(seed, defect);
  }

  /** Lets days pass, with a checkpoint after every few of them and after the last. */
  void run(int days) {
    int next = 1 + random.nextInt(5);
    for (int day = 1; day <= days; day++) {
      day();
      if (day == next || day == days) {
        checkpoint();
        next = day + 1 + random.nextInt(10);
      }
    }
  }

  int checkpoints() {
    return checkpoints;
  }

  int crashes() {
    return world.crashes();
  }

  int pushes() {
    return world.wire.pushes();
  }

  private void day() {
    world.wire.faulty(true);
    LocalDate tomorrow = world.today().plusDays(1);
    for (int steps = random.nextInt(5); steps >= 0; steps--) {
      step();
      ticks();
      world.clock.advance(Duration.ofMillis((long) (Math.pow(random.nextDouble(), 4) * 2e7)));
      world.confirm(world.clock.now());
    }
    while (world.today().isBefore(tomorrow)) {
      world.clock.advance(Duration.ofMinutes(30L + random.nextInt(300)));
    }
    ticks();
  }

  private void ticks() {
    for (int ticks = random.nextInt(4); ticks > 0; ticks--) {
      world.clock.endAfter(random.nextInt(6) == 0 ? 1 + random.nextInt(25) : 0);
      world.tick();
    }
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> changeAvailability();
      case 3, 4 -> changePrices();
      case 5, 6 -> changeRestrictions();
      case 7 -> book();
      case 8 -> requestFullUpdate();
      case 9 -> switchKind();
      case 10 -> world.mend(link());
      default -> world.restart();
    }
  }

  private Link link() {
    return world.links.get(random.nextInt(world.links.size()));
  }

  private Property property() {
    return world.model.property();
  }

  private Nights nights() {
    return Nights.of(world.today().plusDays(random.nextInt(45) - 2L), 1 + random.nextInt(12));
  }

  private SpaceCategory category() {
    return property().categories().get(random.nextInt(property().categories().size()));
  }

  private Pair pair() {
    return property().pairs().get(random.nextInt(property().pairs().size()));
  }

  private void changeAvailability() {
    Nights nights = nights();
    String category = category().code();
    int units = random.nextInt(4) - 1;
    world.mews.changeAvailability(
        property().id(), List.of(new AvailabilityChange(category, nights, units)));
    nights.stream().forEach(night -> world.model.setUnits(category, night, units));
  }

  private void changePrices() {
    Nights nights = nights();
    Pair pair = pair();
    int capacity =
        property().categories().stream()
            .filter(category -> category.code().equals(pair.spaceTypeCode()))
            .mapToInt(SpaceCategory::capacity)
            .sum();
    List<BigDecimal> gross = new RandomProperty(random).prices(capacity);
    world.mews.changePrices(
        property().id(),
        List.of(new PriceChange(pair.ratePlanCode(), pair.spaceTypeCode(), nights, gross)));
    nights.stream().forEach(night -> world.model.setPrices(pair, night, gross));
  }

  private void changeRestrictions() {
    Nights nights = nights();
    Pair pair = pair();
    List<Integer> states = random.nextBoolean() ? List.of(1) : List.of(2, 6 + random.nextInt(3));
    @Nullable Integer shortest = random.nextBoolean() ? null : 1 + random.nextInt(3);
    world.mews.changeRestrictions(
        property().id(),
        List.of(
            new RestrictionChange(
                pair.ratePlanCode(), pair.spaceTypeCode(), nights, states, shortest, 9)));
    String value = Model.restriction(states, shortest, 9);
    nights.stream().forEach(night -> world.model.setRestriction(pair, night, value));
  }

  private void book() {
    String id = "B-" + bookings++;
    Pair pair = pair();
    LocalDate from = world.today().plusDays(random.nextInt(30));
    int count = 1 + random.nextInt(3);
    String token = link().token();
    String nights =
        Stream.generate(() -> "{\"gross\":90}").limit(count).collect(Collectors.joining(","));
    world.post(
        "/api/channelManager/v1/processGroup",
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"%s","channelId":"EXP-1",
         "channelManagerId":"%s","currencyCode":"EUR","totalAmount":{"gross":%d},"paymentType":2,
         "customer":{"lastName":"Visser"},"reservations":[{"code":"1","spaceTypeCode":"%s",
         "ratePlanCode":"%s","from":"%s","to":"%s","guestCounts":[{"code":"Adult","count":1}],
         "amounts":[%s],"totalAmount":{"gross":%d}}]}\
        """
            .formatted(
                World.CLIENT,
                token,
                id,
                id,
                90 * count,
                pair.spaceTypeCode(),
                pair.ratePlanCode(),
                from,
                from.plusDays(count),
                nights,
                90 * count));
    if (isBooked(token, id)) {
      Nights.of(from, count).stream()
          .forEach(night -> world.model.sell(pair.spaceTypeCode(), night));
    }
  }

  private boolean isBooked(String token, String id) {
    for (int looks = 0; looks < 5; looks++) {
      for (JsonNode group : world.mews.observeBookings(token, id).path("groups")) {
        if (group.path("channelManagerId").asText().equals(id)) {
          return true;
        }
      }
      world.tick();
    }
    return false;
  }

  private void requestFullUpdate() {
    world.mews.requestFullUpdate(link().token(), nights(), EnumSet.allOf(InventoryKind.class));
  }

  private void switchKind() {
    Link link = link();
    InventoryKind kind = List.of(InventoryKind.values()).get(random.nextInt(3));
    if (!link.kinds().remove(kind)) {
      link.kinds().add(kind);
    }
    world.mews.enable(link.token(), link.kinds());
  }

  /** Faults stop and time goes on until nothing is left; then everybody shows what is set. */
  private void checkpoint() {
    world.wire.faulty(false);
    world.confirm(world.clock.now().plus(Duration.ofDays(1)));
    world.settle();
    world.links.forEach(world::mend);
    for (int steps = 0; !isQuiet(); steps++) {
      if (steps > MOST_STEPS) {
        throw new AssertionError("something is left undelivered");
      }
      world.clock.advance(STEP);
    }
    world.links.forEach(this::compare);
    int before = world.wire.pushes();
    world.clock.advance(Duration.ofSeconds(90));
    world.settle();
    if (world.today().equals(today) && world.wire.pushes() > before) {
      throw new AssertionError("something was pushed although nothing had changed");
    }
    checkpoints++;
  }

  private LocalDate today = LocalDate.MIN;

  private boolean isQuiet() {
    today = world.today();
    world.settle();
    return world.isDelivered();
  }

  private void compare(Link link) {
    Receiver receiver = world.wire.receiver(link.token());
    for (Cell cell : world.model.cells()) {
      if (link.kinds().contains(cell.kind())) {
        Nights.of(today, link.horizon()).stream()
            .forEach(night -> compare(link, cell, night, receiver.value(cell, night)));
      }
    }
  }

  private void compare(Link link, Cell cell, LocalDate night, @Nullable String shown) {
    String expected = world.model.expected(cell, night);
    if (!expected.equals(shown)) {
      throw new AssertionError(
          "on %s, %s shows %s for %s at night %s, and the property has set %s"
              .formatted(today, link.token(), shown, cell, night, expected));
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
