package channelcert.mews.availabilityblock;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.availabilityblock.Allotment.BlockPrice;
import channelcert.mews.availabilityblock.Allotment.BlockRate;
import channelcert.mews.availabilityblock.Allotment.Held;
import channelcert.mews.availabilityblock.BlockOrder.CategoryOrder;
import channelcert.mews.availabilityblock.BlockOrder.RateOrder;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.CardMask;
import channelcert.mews.reservation.group.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a block (domain reference 3.25 and 7.10). Used once, by one thread. */
final class BlockRules {
  static final int MOST_NIGHTS = 1100;

  private final Property property;
  private final Set<String> categories;
  private final Set<String> ratePlans;
  private final Findings findings;

  /**
   * Makes the rules for an order.
   *
   * @param categories codes that may be held
   * @param ratePlans codes from which prices may derive
   * @param findings takes what is wrong, and what only looks so
   */
  BlockRules(Property property, Set<String> categories, Set<String> ratePlans, Findings findings) {
    this.property = property;
    this.categories = categories;
    this.ratePlans = ratePlans;
    this.findings = findings;
  }

  /** The block that is wanted; absent when a rule is broken, which the findings tell. */
  @Nullable BlockDefinition definition(BlockOrder order) {
    Nights nights = nights("Block: dates", order.dates());
    if (order.name().isBlank()) {
      findings.refuse("Block: the name is empty; give the block one.");
    }
    if (order.booker().path("lastName").asText("").isBlank()) {
      findings.refuse("Block: booker.lastName is empty; name a contact person.");
    }
    if (!ratePlans.contains(order.originalRateCode())) {
      unmapped(ErrorCode.RATE_ERROR, "originalRateCode ", order.originalRateCode());
    }
    if (nights == null) {
      return null;
    }
    if (nights.count() > MOST_NIGHTS) {
      findings.refuse(
          "Block: dates " + order.dates() + " are more than " + MOST_NIGHTS + " nights.");
      return null;
    }
    release(order.release(), nights);
    List<Allotment> allotments = allotments(order.categories(), nights);
    return findings.refusals().isEmpty()
        ? new BlockDefinition(
            order.name(),
            nights,
            order.release(),
            order.originalRateCode(),
            allotments,
            order.booker(),
            order.company(),
            order.notes() == null ? null : CardMask.scrub(order.notes()),
            order.grouping())
        : null;
  }

  private void release(Release release, Nights nights) {
    if (release.fixedDay() != null && release.fixedDay().isAfter(nights.last())) {
      findings.warn(
          "Block: releaseStrategy.fixedDate "
              + release.fixedDay()
              + " lies behind the last night, so nothing is ever released.");
    }
  }

  private List<Allotment> allotments(List<CategoryOrder> orders, Nights block) {
    if (orders.isEmpty()) {
      findings.refuse("Block: spaceCategories is empty; name what is held.");
    }
    List<Allotment> allotments = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CategoryOrder order : orders) {
      String category = order.spaceTypeCode();
      String place = "Block: category " + Findings.shown(category);
      if (!categories.contains(category)) {
        unmapped(ErrorCode.CATEGORY_ERROR, "spaceTypeCode ", category);
      } else if (!seen.add(category)) {
        findings.refuse(place + " is listed twice; join the entries.");
      }
      allotments.add(
          new Allotment(category, held(place, order, block), rates(place, order, block)));
    }
    return allotments;
  }

  private List<Held> held(String place, CategoryOrder order, Nights block) {
    if (order.units().isEmpty()) {
      findings.refuse(place + ": allocatedSpaces is empty; say how many units are held.");
    }
    List<Held> held =
        order.units().stream()
            .flatMap(
                each ->
                    inside(place + ": allocatedSpaces", each.span(), block)
                        .map(nights -> new Held(nights, each.units())))
            .sorted(Comparator.comparing(each -> each.nights().first()))
            .toList();
    order.units().stream()
        .filter(each -> each.units() < 0)
        .forEach(
            each ->
                findings.refuse(
                    place + ": the count " + each.units() + " is negative; send 0 or more."));
    follow(place + ": allocatedSpaces", held.stream().map(Held::nights).toList(), block);
    units(place, order.spaceTypeCode(), held);
    return held;
  }

  private void units(String place, String category, List<Held> held) {
    int most = held.stream().mapToInt(Held::units).max().orElse(0);
    property.categories().stream()
        .filter(each -> each.code().equals(category) && each.units() < most)
        .forEach(
            each ->
                findings.warn(
                    place + ": " + most + " units are held, and there are " + each.units() + "."));
  }

  private List<BlockRate> rates(String place, CategoryOrder order, Nights block) {
    order.rates().forEach(rate -> prices(place + ": rates", rate));
    List<BlockRate> rates =
        order.rates().stream()
            .flatMap(
                each ->
                    inside(place + ": rates", each.span(), block)
                        .map(
                            nights ->
                                new BlockRate(nights, each.prices(), each.occupancyAdjustments())))
            .sorted(Comparator.comparing(each -> each.nights().first()))
            .toList();
    if (!rates.isEmpty()) {
      follow(place + ": rates", rates.stream().map(BlockRate::nights).toList(), block);
    }
    return rates;
  }

  private void prices(String place, RateOrder rate) {
    Set<Integer> persons = new HashSet<>();
    for (BlockPrice price : rate.prices()) {
      if (price.gross().signum() < 0 || price.net().signum() < 0) {
        findings.refuse(place + ": the price " + price.gross() + " is negative.");
      }
      if (price.persons() < 1 || !persons.add(price.persons())) {
        findings.refuse(
            place
                + ": the guestCount "
                + price.persons()
                + " is below 1 or stands twice; send one price for each number of persons.");
      }
    }
    for (String currency : rate.currencyCodes()) {
      if (!currency.equals(property.currencyCode())) {
        findings.refuse(
            place
                + ": the property does not accept the currency "
                + currency
                + "; send prices in "
                + property.currencyCode()
                + ".");
      }
    }
  }

  /** An interval that may not leave the block. */
  private Stream<Nights> inside(String place, Span span, Nights block) {
    Nights nights = nights(place, span);
    if (nights == null) {
      return Stream.empty();
    }
    if (nights.first().isBefore(block.first()) || nights.last().isAfter(block.last())) {
      findings.refuse(place + ": " + span + " leaves the dates of the block.");
      return Stream.empty();
    }
    return Stream.of(nights);
  }

  /** Equal dates are one night, as four notes of the documentation have it (I-10). */
  private @Nullable Nights nights(String place, Span span) {
    if (span.end().isBefore(span.start())) {
      findings.refuse(
          place
              + ": the end "
              + span.end()
              + " is before the start "
              + span.start()
              + "; send the day after the last night as end.");
      return null;
    }
    if (span.end().equals(span.start())) {
      findings.warn(place + ": start and end are both " + span.start() + "; read as one night.");
      return Nights.of(span.start(), 1);
    }
    return new Nights(span.start(), span.end().minusDays(1));
  }

  /** Intervals follow each other: an overlap says two things of a night, a gap nothing. */
  private void follow(String place, List<Nights> sorted, Nights block) {
    Nights before = null;
    boolean gaps =
        !sorted.isEmpty()
            && (!sorted.getFirst().first().equals(block.first())
                || !sorted.getLast().last().equals(block.last()));
    for (Nights next : sorted) {
      if (before != null && !next.first().isAfter(before.last())) {
        findings.refuse(
            place
                + ": two intervals name the night "
                + next.first()
                + "; let each end where the next one starts.");
      }
      gaps |= before != null && next.first().isAfter(before.last().plusDays(1));
      before = next;
    }
    if (gaps) {
      findings.warn(place + ": the intervals do not cover the whole block.");
    }
  }

  private void unmapped(ErrorCode code, String what, String value) {
    boolean rate = code == ErrorCode.RATE_ERROR;
    findings.refuse(
        new Refusal(
            code,
            "Block: "
                + what
                + Findings.shown(value)
                + " is not mapped on this connection; read the configuration again and send the"
                + " block with a mapped code.",
            rate ? value : null,
            rate ? null : value));
  }

  /** What is wrong, in one text. */
  static String text(Findings findings) {
    return String.join(" ", findings.refusals().stream().map(Refusal::message).toList());
  }
}
