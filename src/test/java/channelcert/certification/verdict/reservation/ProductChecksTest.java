package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertMissing;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductChecksTest {
  private static final Check MAPPED = ProductChecks.mapped(BOOKING);
  private static final Check AMOUNTS = ProductChecks.amounts(BOOKING, PriceSide.GROSS);
  private static final Check STORED = ProductChecks.stored(BOOKING, PriceSide.GROSS);

  @Test
  void theSampleCarriesAMappedProduct() {
    assertPassed(booked(Samples.CREATE).judgedBy(MAPPED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\":\"BRK\" | \"code\":\"EGGS\" | reservations[0].extras[0].code is \"EGGS\"",
        "\"pricing\":4 | \"pricing\":5 | reservations[0].extras[0].pricing is 5",
        "\"count\":3 | \"count\":0 | reservations[0].extras[0].count is 0",
        "\"extras\" | \"products\" | reservations[].extras is empty"
      })
  void aWrongProductIsNamed(String right, String wrong, String actual) {
    assertFailed(booked(but(Samples.CREATE, right, wrong)).judgedBy(MAPPED), actual);
  }

  @Test
  void theAmountOfTheLineIsAsOrdered() {
    assertPassed(booked(Samples.CREATE).judgedBy(AMOUNTS));
  }

  @Test
  void theAmountOfOneUnitIsNotAsOrdered() {
    assertFailed(
        booked(but(Samples.CREATE, "{\"gross\":36.00}", "{\"gross\":12.00}")).judgedBy(AMOUNTS),
        "reservations[0].extras[0].amount.gross is 12.00, not 36");
  }

  @Test
  void aProductThatIsNotSentIsNotAsOrdered() {
    assertFailed(
        booked(but(Samples.CREATE, "\"extras\"", "\"products\"")).judgedBy(AMOUNTS),
        "the ordered product BRK is not in the message");
  }

  @Test
  void theStoredReservationShowsTheProduct() {
    assertPassed(booked(Samples.CREATE).stored(Samples.CREATE_STORED).judgedBy(STORED));
  }

  @Test
  void aProductThatIsNotStoredFails() {
    assertFailed(
        booked(Samples.CREATE)
            .stored(but(Samples.CREATE_STORED, "\"extras\"", "\"none\""))
            .judgedBy(STORED),
        "the products stored for 01 is absent, not with 3 BRK for 36.00");
  }

  @Test
  void withoutALookAtMewsNothingIsProven() {
    assertMissing(booked(Samples.CREATE).judgedBy(STORED), "nobody looked");
  }

  private static Row booked(String message) {
    return Samples.created(message)
        .fact(ProductChecks.PRODUCTS, "BRK,PRK,LTC")
        .ordered("sendBooking", Samples.CREATE_ORDER, 204);
  }
}
