package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertNotApplicable;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassedWithNote;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import channelcert.certification.verdict.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentChecksTest {
  private static final Check COMPLETE = ContentChecks.complete(BOOKING);
  private static final Check CHANNEL = ContentChecks.channel(BOOKING);
  private static final Check CARD = CardCheck.card(BOOKING);
  private static final Check GUESTS = GuestChecks.twoAdultsAndAChild(BOOKING);
  private static final Check COMPANION = GuestChecks.companion(BOOKING);
  private static final Check ORDERED = OrderChecks.ordered(BOOKING, PriceSide.GROSS);
  private static final String SOURCES =
      "\"sources\":[{\"code\":2,\"name\":\"Expedia\",\"type\":0,\"isPrimary\":true}]";

  @Test
  void theSamplesAreComplete() {
    assertPassed(Samples.created().judgedBy(COMPLETE));
    assertPassed(Samples.createdNet().judgedBy(COMPLETE));
    assertPassed(Samples.changed(Samples.MULTI_CHANGE).judgedBy(COMPLETE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currencyCode | currencyCode",
        "customer | customer.lastName",
        "spaceTypeCode | reservations[0].spaceTypeCode",
        "guestCounts | reservations[0].guestCounts",
        "amounts | reservations[0].amounts"
      })
  void aFieldThatIsLeftOutIsNamed(String field, String path) {
    assertFailed(
        Samples.created(but(Samples.CREATE, '"' + field + '"', "\"x-" + field + '"'))
            .judgedBy(COMPLETE),
        path + " is absent");
  }

  @Test
  void aDifferenceInsteadOfADefinitionIsIncomplete() {
    assertFailed(
        Samples.modified(
                but(Samples.MODIFY, "\"totalAmount\":{\"gross\":385.50},\"paymentType\":2,", ""))
            .judgedBy(COMPLETE),
        "totalAmount is absent, not an amount");
  }

  @Test
  void thePublishedPaymentTypesPass() {
    assertPassed(Samples.created().judgedBy(ContentChecks.paymentType(BOOKING)));
    assertPassed(Samples.createdNet().judgedBy(ContentChecks.paymentType(BOOKING)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "null", "\"2\"", "2.5"})
  void anotherPaymentTypeFails(String type) {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"paymentType\":2", "\"paymentType\":" + type))
            .judgedBy(ContentChecks.paymentType(BOOKING)),
        "paymentType is " + type);
  }

  @Test
  void aPrimarySourceNamesTheChannel() {
    assertPassed(Samples.created().judgedBy(CHANNEL));
  }

  @Test
  void theOlderChannelCountsWithANote() {
    assertPassedWithNote(
        Samples.created(
                but(Samples.CREATE, SOURCES, "\"channel\":{\"code\":2,\"name\":\"Expedia\"}"))
            .judgedBy(CHANNEL),
        "deprecated");
  }

  @Test
  void noChannelAtAllFails() {
    assertFailed(
        Samples.created(but(Samples.CREATE, SOURCES + ",", "")).judgedBy(CHANNEL),
        "sources[].code is absent");
  }

  @Test
  void twoPrimarySourcesFail() {
    String two = but(SOURCES, "}]", "},{\"code\":1,\"name\":\"B\",\"type\":0,\"isPrimary\":true}]");
    assertFailed(Samples.created(but(Samples.CREATE, SOURCES, two)).judgedBy(CHANNEL), "2 primary");
  }

  @Test
  void anotherChannelThanOrderedFails() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"code\":2,\"name\"", "\"code\":438,\"name\""))
            .ordered("sendBooking", Samples.CREATE_ORDER, 204)
            .judgedBy(CHANNEL),
        "sources[].code is 438, not 2 as ordered");
  }

  @ParameterizedTest
  @CsvSource({
    "411111******1111,1",
    "555544******1111,2",
    "370000*****0002,3",
    "360066****3344,7",
    "644564******6445,8"
  })
  void everyTestCardPassesBehindItsMask(String number, int type) {
    String card = but(Samples.CREATE, "411111******1111", number);
    assertPassed(
        Samples.created(
                but(card, "\"paymentCard\":{\"type\":1", "\"paymentCard\":{\"type\":" + type))
            .judgedBy(CARD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"424242******4242", "411111*****1111", "4111 1111 1111 1111", ""})
  void anotherCardFails(String number) {
    assertFailed(
        Samples.created(but(Samples.CREATE, "411111******1111", number)).judgedBy(CARD),
        "paymentCard.number is");
  }

  @Test
  void noCardFails() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"paymentCard\"", "\"card\"")).judgedBy(CARD),
        "paymentCard.number is absent");
  }

  @Test
  void anExpiryInAnotherFormFails() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"1022\"", "\"10/22\"")).judgedBy(CARD),
        "paymentCard.expireDate is \"10/22\"");
  }

  @Test
  void anUnknownCardTypeSentAsOneIsOnlyNoted() {
    assertPassedWithNote(
        Samples.created(but(Samples.CREATE, "411111******1111", "360066****3344")).judgedBy(CARD),
        "Diners has the code 7");
  }

  @Test
  void twoAdultsAndAChildPass() {
    assertPassed(Samples.created().judgedBy(GUESTS));
  }

  @Test
  void theOlderCountsPassWithANote() {
    assertPassedWithNote(Samples.createdNet().judgedBy(GUESTS), "deprecated since April 2022");
  }

  @Test
  void aChildCountedAsAdultFails() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"Child\"", "\"Adult\"")).judgedBy(GUESTS),
        "reservations[0].guestCounts is {Adult=3}, not {Adult=2, Child=1}");
  }

  @Test
  void aGuestBesideTheCustomerIsACompanion() {
    assertPassed(Samples.created().judgedBy(COMPANION));
    assertPassed(Samples.createdNet().judgedBy(COMPANION));
  }

  @Test
  void theCustomerAloneIsNoCompanion() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "\"Cas\"", "\"ADA\"")).judgedBy(COMPANION),
        "customer is Ada Visser");
  }

  @Test
  void aBookingAsOrderedPasses() {
    assertPassed(
        Samples.created().ordered("sendBooking", Samples.CREATE_ORDER, 204).judgedBy(ORDERED));
  }

  @Test
  void anAveragePriceIsNotWhatWasOrdered() {
    String average = but(but(Samples.CREATE, "120.00", "125.00"), "130.00", "125.00");
    assertFailed(
        Samples.created(average)
            .ordered("sendBooking", Samples.CREATE_ORDER, 204)
            .judgedBy(ORDERED),
        "reservations[0].amounts[0].gross is 125.00, not 120",
        "reservations[0].amounts[1].gross is 125.00, not 130");
  }

  @Test
  void aDepartureThatIsTheLastNightIsNotWhatWasOrdered() {
    assertFailed(
        Samples.created(
                but(
                    Samples.CREATE,
                    "\"to\":\"2027-03-03\",\"state\"",
                    "\"to\":\"2027-03-02\",\"state\""))
            .ordered("sendBooking", Samples.CREATE_ORDER, 204)
            .judgedBy(ORDERED),
        "reservations[0].to is \"2027-03-02\", not \"2027-03-03\"");
  }

  @Test
  void aReservationLeftOutIsNotWhatWasOrdered() {
    assertFailed(
        Samples.created(but(Samples.CREATE, "{\"code\":\"01\"", "{\"code\":\"1\""))
            .ordered("sendBooking", Samples.CREATE_ORDER, 204)
            .judgedBy(ORDERED),
        "reservation \"01\" is not in the message");
  }

  @Test
  void withoutAnOrderThereIsNothingToCompare() {
    assertNotApplicable(Samples.created().judgedBy(ORDERED));
  }
}
