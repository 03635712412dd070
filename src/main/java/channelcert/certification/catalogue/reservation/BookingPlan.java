package channelcert.certification.catalogue.reservation;

import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.mews.inventory.Nights;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A booking as the run wants it sent.
 *
 * @param channelManagerId unguessable, so that the message is recognised by it
 * @param channelId identifier in the channel
 * @param sourceCode code of the channel that produced the booking
 * @param cardNumber one of the published test cards
 */
public record BookingPlan(
    String channelManagerId,
    String channelId,
    PriceSide side,
    String currencyCode,
    int sourceCode,
    String cardNumber,
    SpacePlan.Name customer,
    List<SpacePlan> spaces) {

  /** The same booking with other spaces. */
  public BookingPlan with(List<SpacePlan> changed) {
    return new BookingPlan(
        channelManagerId, channelId, side, currencyCode, sourceCode, cardNumber, customer, changed);
  }

  /** The same booking under the identifier that the candidate gave it. */
  BookingPlan knownAs(String id) {
    return new BookingPlan(
        id, channelId, side, currencyCode, sourceCode, cardNumber, customer, spaces);
  }

  BookingPlan and(SpacePlan added) {
    return with(Stream.concat(spaces.stream(), Stream.of(added)).toList());
  }

  /** Every night that the booking touches, and the one after, should a stay be lengthened. */
  Nights nights() {
    LocalDate first =
        spaces.stream().map(SpacePlan::arrival).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate departure =
        spaces.stream().map(SpacePlan::departure).max(Comparator.naturalOrder()).orElseThrow();
    return new Nights(first, departure);
  }
}
