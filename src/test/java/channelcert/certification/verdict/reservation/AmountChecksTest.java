package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;

class AmountChecksTest {
  private static final Check AMOUNTS = AmountChecks.amounts(BOOKING);

  @Test
  void nightsExtrasAndTotalsOfTheSampleAddUp() {
    assertPassed(Samples.created().judgedBy(AMOUNTS));
  }

  @Test
  void theNetVectorAddsUp() {
    assertPassed(Samples.createdNet().judgedBy(AMOUNTS));
  }

  @Test
  void theMultiVectorsAddUp() {
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(AMOUNTS));
  }

  @Test
  void aCancelledReservationCountsZero() {
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(AMOUNTS));
    assertPassed(Row.about("CM-1002").sent(Samples.PARTIAL_CANCELLATION).judgedBy(AMOUNTS));
  }

  @Test
  void aReservationTotalWithoutTheExtraIsWrong() {
    assertFailed(
        Samples.created(
                but(
                    Samples.CREATE,
                    "\"totalAmount\":{\"gross\":286.00}",
                    "\"totalAmount\":{\"gross\":250.00}"))
            .judgedBy(AMOUNTS),
        "reservations[0].totalAmount.gross is 250.00, not 286.00");
  }

  @Test
  void aGroupTotalThatIsOneCentOffIsWrong() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "720.00", "720.01")).judgedBy(AMOUNTS),
        "totalAmount.gross is 720.01, not 720.00");
  }

  @Test
  void anAmountForTheDepartureDayIsWrong() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "{\"gross\":85.00}", "{\"gross\":85.00},{\"gross\":0}"))
            .judgedBy(AMOUNTS),
        "reservations[0].amounts is a list of 3, not 2");
  }

  @Test
  void anAmountInQuotesIsNoNumber() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "{\"gross\":85.00}", "{\"gross\":\"85.00\"}"))
            .judgedBy(AMOUNTS),
        "reservations[0].amounts[1].gross is \"85.00\", not a number");
  }

  @Test
  void anAbsurdExponentIsNoNumber() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "{\"gross\":85.00}", "{\"gross\":1e100000000}"))
            .judgedBy(AMOUNTS),
        "reservations[0].amounts[1].gross is",
        "not a number");
  }

  @Test
  void aBookingWithoutTotalIsWrong() {
    assertFailed(
        Samples.multi(but(Samples.MULTI, "\"totalAmount\":{\"gross\":720.00},", ""))
            .judgedBy(AMOUNTS),
        "totalAmount is absent");
  }

  @Test
  void grossAloneIsOneSide() {
    assertPassed(Samples.created().judgedBy(AmountChecks.onlySide(BOOKING, PriceSide.GROSS)));
  }

  @Test
  void netAloneIsOneSide() {
    assertPassed(Samples.createdNet().judgedBy(AmountChecks.onlySide(BOOKING, PriceSide.NET)));
  }

  @Test
  void grossWhereNetWasBookedIsWrong() {
    assertFailed(
        Samples.created().judgedBy(AmountChecks.onlySide(BOOKING, PriceSide.NET)),
        "totalAmount.net is absent, not a number",
        "totalAmount.gross is 286.00, not absent");
  }

  @Test
  void oneExtraWithBothSidesIsWrong() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "{\"gross\":36.00}", "{\"gross\":36.00,\"net\":33.03}"))
            .judgedBy(AmountChecks.onlySide(BOOKING, PriceSide.GROSS)),
        "reservations[0].extras[0].amount.net is 33.03, not absent");
  }
}
