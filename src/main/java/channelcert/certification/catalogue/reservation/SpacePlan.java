package channelcert.certification.catalogue.reservation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One reservation of a planned booking.
 *
 * @param arrival arrival day
 * @param nights amount of each night in date order, on the side of the booking
 * @param companion name of a guest besides the customer
 * @param product product ordered with the stay
 */
public record SpacePlan(
    String code,
    String spaceTypeCode,
    String ratePlanCode,
    LocalDate arrival,
    List<BigDecimal> nights,
    int adults,
    int children,
    Optional<Name> companion,
    Optional<ProductPlan> product) {

  /** Name of a guest. */
  public record Name(String first, String last) {}

  /**
   * A product with the stay.
   *
   * @param amount total of the line, on the side of the booking
   */
  public record ProductPlan(String code, int count, BigDecimal amount) {}

  /** Departure day, not a night of the stay. */
  LocalDate departure() {
    return arrival.plusDays(nights.size());
  }

  /** The same with one more night at the end. */
  SpacePlan lengthened(BigDecimal night) {
    return withNights(Stream.concat(nights.stream(), Stream.of(night)).toList());
  }

  /** The same with another amount for the first night. */
  SpacePlan repriced(BigDecimal firstNight) {
    return withNights(Stream.concat(Stream.of(firstNight), nights.stream().skip(1)).toList());
  }

  SpacePlan withProduct(ProductPlan ordered) {
    return new SpacePlan(
        code,
        spaceTypeCode,
        ratePlanCode,
        arrival,
        nights,
        adults,
        children,
        companion,
        Optional.of(ordered));
  }

  private SpacePlan withNights(List<BigDecimal> amounts) {
    return new SpacePlan(
        code, spaceTypeCode, ratePlanCode, arrival, amounts, adults, children, companion, product);
  }
}
