package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.FindingAssert.assertFailed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertMissing;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassed;
import static channelcert.certification.verdict.reservation.FindingAssert.assertPassedWithNote;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static channelcert.certification.verdict.reservation.Row.but;

import org.junit.jupiter.api.Test;

class DeliveryChecksTest {
  @Test
  void aMessageWithTheNonceIsDelivered() {
    assertPassed(Samples.created().judgedBy(DeliveryChecks.delivered(BOOKING)));
  }

  @Test
  void anIdThatEmbedsTheNonceInAnyLetterCaseIsDelivered() {
    assertPassed(
        Row.about("CM-1001")
            .sent(but(Samples.CREATE, "\"CM-1001\"", "\"res/cm-1001/1\""))
            .judgedBy(DeliveryChecks.delivered(BOOKING)));
  }

  @Test
  void anotherBookingIsNotThisOne() {
    assertMissing(
        Row.about("CC-7F3A").sent(Samples.CREATE).judgedBy(DeliveryChecks.delivered(BOOKING)),
        "instead came \"CM-1001\"");
  }

  @Test
  void aDriverThatTookTheOrderOwesTheMessage() {
    assertFailed(
        Row.about("CM-1001")
            .fact(DeliveryChecks.PATIENCE_SECONDS, "20")
            .ordered("sendBooking", Samples.CREATE_ORDER, 204)
            .judgedBy(DeliveryChecks.delivered(BOOKING)),
        "took the order but no Process group message arrived within 20 s");
  }

  @Test
  void aDriverThatRefusedTheOrderProvesNothing() {
    assertMissing(
        Row.about("CM-1001")
            .ordered("sendBooking", Samples.CREATE_ORDER, 501)
            .judgedBy(DeliveryChecks.delivered(BOOKING)),
        "refused the order with HTTP 501");
  }

  @Test
  void oneMessageIsOneGroup() {
    assertPassed(Samples.multi(Samples.MULTI).judgedBy(DeliveryChecks.oneGroup(BOOKING)));
  }

  @Test
  void theSameMessageTwiceIsOneGroupWithANote() {
    assertPassedWithNote(
        Samples.multi(Samples.MULTI)
            .sent(but(Samples.MULTI, "110.00", "110.0"))
            .judgedBy(DeliveryChecks.oneGroup(BOOKING)),
        "sent 2 times");
  }

  @Test
  void aBookingSplitOverGroupsIsNotOneGroup() {
    assertFailed(
        Row.about("CM-2001")
            .sent(but(Samples.MULTI, "\"CM-2001\"", "\"CM-2001-1\""))
            .sent(but(Samples.MULTI, "\"CM-2001\"", "\"CM-2001-2\""))
            .judgedBy(DeliveryChecks.oneGroup(BOOKING)),
        "came as 2 groups: [CM-2001-1, CM-2001-2]");
  }

  @Test
  void aBookingSpreadOverMessagesIsNotOneGroup() {
    assertFailed(
        Samples.multi(Samples.MULTI)
            .sent(Samples.MULTI_CHANGE)
            .judgedBy(DeliveryChecks.oneGroup(BOOKING)),
        "spread over 2 messages");
  }

  @Test
  void aConfirmedMessageIsAccepted() {
    assertPassed(Samples.created().judgedBy(DeliveryChecks.accepted(BOOKING)));
  }

  @Test
  void aRefusalAtOnceIsNotAcceptance() {
    assertFailed(
        Row.about("CM-1001")
            .sent(
                Samples.CREATE,
                """
                {"success":false,"errors":[{"code":6,"message":"paymentType is missing."}]}
                """)
            .judgedBy(DeliveryChecks.accepted(BOOKING)),
        "refused at once: error 6 \"paymentType is missing.\"");
  }

  @Test
  void anErrorInTheConfirmationIsNotAcceptance() {
    String failure =
        """
        {"clientToken":"***","connectionToken":"CONN-1","relatedMessageId":"grp-0001",
         "channelManagerId":"CM-1001",
         "error":{"code":7,"message":"Reservation 01: departure is not after arrival."}}
        """;
    assertFailed(
        Row.about("CM-1001")
            .sent(Samples.CREATE)
            .confirmed(failure)
            .judgedBy(DeliveryChecks.accepted(BOOKING)),
        "processing failed: error 7 \"Reservation 01: departure");
  }

  @Test
  void acceptanceIsOpenUntilTheConfirmation() {
    assertMissing(
        Row.about("CM-1001").sent(Samples.CREATE).judgedBy(DeliveryChecks.accepted(BOOKING)),
        "no Confirm booking");
  }

  @Test
  void nothingIsJudgedWithoutAMessage() {
    assertMissing(
        Row.about("CM-1001").judgedBy(DeliveryChecks.accepted(BOOKING)),
        "there is no Process group message");
  }
}
