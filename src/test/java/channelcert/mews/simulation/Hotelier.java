package channelcert.mews.simulation;

import channelcert.mews.MewsSide;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes changes that depend on a seed and their number alone, so that a process can go on where a
 * killed one has stopped, and somebody else can say what they come to. The changes of one batch are
 * of one kind, and about nights of their own.
 */
final class Hotelier {
  static final int BATCH = 50;
  private static final int NIGHTS_OF_A_CHANGE = 7;

  private final long seed;
  private final PropertyDetails details;
  private final LocalDate start;

  /**
   * Knows everything beforehand.
   *
   * @param start first night that may change
   */
  Hotelier(long seed, LocalDate start) {
    this.seed = seed;
    this.details = new RandomProperty(new Random(seed)).make("hotel");
    this.start = start;
  }

  PropertyDetails details() {
    return details;
  }

  /** Makes the changes of a batch, in a transaction. */
  void change(MewsSide mews, int batch) {
    Random random = random(batch);
    String id = details.property().id();
    switch (kind(random)) {
      case AVAILABILITY -> mews.changeAvailability(id, availability(random));
      case PRICES -> mews.changePrices(id, prices(random));
      case RESTRICTIONS -> mews.changeRestrictions(id, restrictions(random));
    }
  }

  /** Notes in the model what the batch comes to. */
  void change(Model model, int batch) {
    Random random = random(batch);
    switch (kind(random)) {
      case AVAILABILITY -> availability(random).forEach(each -> note(model, each));
      case PRICES -> prices(random).forEach(each -> note(model, each));
      case RESTRICTIONS -> restrictions(random).forEach(each -> note(model, each));
    }
  }

  private static void note(Model model, AvailabilityChange change) {
    change.nights().stream()
        .forEach(night -> model.setUnits(change.spaceTypeCode(), night, change.units()));
  }

  private static void note(Model model, PriceChange change) {
    Pair pair = new Pair(change.ratePlanCode(), change.spaceTypeCode());
    change.nights().stream().forEach(night -> model.setPrices(pair, night, change.gross()));
  }

  private static void note(Model model, RestrictionChange change) {
    Pair pair = new Pair(change.ratePlanCode(), change.spaceTypeCode());
    String value = Model.restriction(change.states(), change.minLos(), change.maxLos());
    change.nights().stream().forEach(night -> model.setRestriction(pair, night, value));
  }

  private Random random(int batch) {
    return new Random(seed + 1_000_003L * batch);
  }

  private static InventoryKind kind(Random random) {
    return List.of(InventoryKind.values()).get(random.nextInt(3));
  }

  private List<AvailabilityChange> availability(Random random) {
    List<AvailabilityChange> changes = new ArrayList<>();
    for (int number = 0; number < BATCH; number++) {
      changes.add(
          new AvailabilityChange(
              category(random).code(), nights(random, number), random.nextInt(9)));
    }
    return changes;
  }

  private List<PriceChange> prices(Random random) {
    List<PriceChange> changes = new ArrayList<>();
    for (int number = 0; number < BATCH; number++) {
      Pair pair = pair(random);
      int capacity =
          property().categories().stream()
              .filter(category -> category.code().equals(pair.spaceTypeCode()))
              .mapToInt(SpaceCategory::capacity)
              .sum();
      List<BigDecimal> gross = new RandomProperty(random).prices(capacity);
      changes.add(
          new PriceChange(
              pair.ratePlanCode(), pair.spaceTypeCode(), nights(random, number), gross));
    }
    return changes;
  }

  private List<RestrictionChange> restrictions(Random random) {
    List<RestrictionChange> changes = new ArrayList<>();
    for (int number = 0; number < BATCH; number++) {
      Pair pair = pair(random);
      List<Integer> states = random.nextBoolean() ? List.of(1) : List.of(2, 6 + random.nextInt(3));
      changes.add(
          new RestrictionChange(
              pair.ratePlanCode(),
              pair.spaceTypeCode(),
              nights(random, number),
              states,
              1 + random.nextInt(3),
              9));
    }
    return changes;
  }

  private Nights nights(Random random, int number) {
    LocalDate first = start.plusDays(number * (long) NIGHTS_OF_A_CHANGE + random.nextInt(5));
    return Nights.of(first, 1 + random.nextInt(2));
  }

  private Property property() {
    return details.property();
  }

  private SpaceCategory category(Random random) {
    return property().categories().get(random.nextInt(property().categories().size()));
  }

  private Pair pair(Random random) {
    return property().pairs().get(random.nextInt(property().pairs().size()));
  }
}
