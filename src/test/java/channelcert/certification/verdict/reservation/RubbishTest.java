package channelcert.certification.verdict.reservation;

import static channelcert.certification.verdict.reservation.Row.AFTER_CREATE;
import static channelcert.certification.verdict.reservation.Row.BOOKING;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Check;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a candidate sends, a check finds something; only our own faults may throw. */
class RubbishTest {
  private static final List<Check> CHECKS =
      List.of(
          DeliveryChecks.delivered(BOOKING),
          DeliveryChecks.oneGroup(BOOKING),
          DeliveryChecks.accepted(BOOKING),
          AmountChecks.amounts(BOOKING),
          AmountChecks.onlySide(BOOKING, PriceSide.NET),
          OrderChecks.ordered(BOOKING, PriceSide.GROSS),
          ContentChecks.complete(BOOKING),
          ContentChecks.paymentType(BOOKING),
          ContentChecks.channel(BOOKING),
          CardCheck.card(BOOKING),
          GuestChecks.twoAdultsAndAChild(BOOKING),
          GuestChecks.companion(BOOKING),
          ConfirmationChecks.confirmed(BOOKING, AFTER_CREATE),
          ConfirmationChecks.answered(BOOKING),
          ConfirmationChecks.numbersKept(BOOKING, AFTER_CREATE),
          ReadBackCheck.readBack(BOOKING, "CONFIRMED"),
          StoredChecks.stored(BOOKING),
          ModificationChecks.sameBooking(BOOKING, AFTER_CREATE),
          ModificationChecks.sameCodes(BOOKING, AFTER_CREATE),
          ModificationChecks.changed(BOOKING, AFTER_CREATE),
          CancellationChecks.whole(BOOKING),
          CancellationChecks.cancelled(BOOKING),
          CancellationChecks.availabilityReturned(BOOKING, AFTER_CREATE),
          MultiChecks.threeReservations(BOOKING),
          MultiChecks.twoRates(BOOKING),
          MultiChecks.nightAmountsDiffer(BOOKING),
          ChangeChecks.spaceChanged(BOOKING, AFTER_CREATE),
          ChangeChecks.datesChanged(BOOKING, AFTER_CREATE),
          ChangeChecks.thirdUnchanged(BOOKING, AFTER_CREATE),
          ProductChecks.mapped(BOOKING),
          ProductChecks.amounts(BOOKING, PriceSide.GROSS),
          ProductChecks.stored(BOOKING, PriceSide.GROSS));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"channelManagerId\":7}",
        "{\"channelManagerId\":\"CM-1001\"}",
        "{\"channelManagerId\":\"CM-1001\",\"messageId\":\"grp-0001\",\"reservations\":\"01\"}",
        "{\"channelManagerId\":\"CM-1001\",\"messageId\":\"grp-0001\",\"reservations\":{\"a\":1}}",
        "{\"channelManagerId\":\"CM-1001\",\"messageId\":\"grp-0001\",\"reservations\":[null,3,[]]}",
        """
        {"channelManagerId":"CM-1001","messageId":"grp-0001","totalAmount":[1],"sources":3,
         "paymentCard":"4111","customer":[],"reservations":[{"code":1,"from":"2027-13-99",
         "to":"9999-12-31","amounts":"none","extras":{"a":{"amount":7}},"guestCounts":[1],
         "guests":[null],"totalAmount":1e999999}]}
        """,
        """
        {"channelManagerId":"CM-1001","messageId":"grp-0001","reservations":[{"code":"01",
         "from":"0001-01-01","to":"9999-12-31","amounts":[{"gross":1e999999999}]}]}
        """
      })
  void noMessageBreaksACheck(String message) {
    for (String answer : List.of("", "[]", "{\"success\":true}", "{\"success\":1,\"errors\":3}")) {
      Row row =
          Row.about("CM-1001")
              .fact(ProductChecks.PRODUCTS, "BRK")
              .after(Samples.created())
              .sellable(answer)
              .ordered("sendBooking", Samples.CREATE_ORDER, 204)
              .sent(message, answer)
              .confirmed(Samples.CREATE_CONFIRMED, 200, answer)
              .stored(Samples.CREATE_STORED)
              .shown(answer)
              .sellable(answer);
      assertThat(CHECKS).allSatisfy(check -> assertThat(row.judgedBy(check).actual()).isNotNull());
    }
  }
}
