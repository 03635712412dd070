package channelcert.mews.reservation.group;

import static channelcert.mews.reservation.group.Sample.accepted;
import static channelcert.mews.reservation.group.Sample.book;
import static channelcert.mews.reservation.group.Sample.cancellation;
import static channelcert.mews.reservation.group.Sample.changed;
import static channelcert.mews.reservation.group.Sample.decide;
import static channelcert.mews.reservation.group.Sample.message;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.reservation.group.ReservationOrder.Cancel;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupChangeTest {
  private static final GroupMessage MULTI =
      message(
          "720.00",
          book("01", "SGL", "FLX", 0, "80.00", "85.00"),
          book("02", "DBL", "FLX", 0, "110.00", "120.00", "125.00"),
          book("03", "TWN", "NRF", 1, "95.00", "105.00"));

  @Test
  void createsAGroupAndIgnoresEntriesThatAreCancelledAlready() {
    Decision.Changed changed =
        changed(null, message("120.00", new Cancel("00"), book("01", "120.00")));

    assertThat(lines(changed.group().reservations())).containsExactly("01=1 active");
    assertThat(lines(changed.touched())).containsExactly("01=1 active");
  }

  @Test
  void createsAGroupOfSeveralSpaces() {
    Group group = accepted(null, MULTI);

    assertThat(lines(group.reservations()))
        .containsExactly("01=1 active", "02=2 active", "03=3 active");
    assertThat(group.total().gross()).isEqualTo("720.00");
  }

  @Test
  void replacesAKnownReservation() {
    Group known = accepted(null, message("120.00", book("01", "120.00")));
    Decision.Changed changed = changed(known, message("240.00", book("01", "120.00", "120.00")));

    assertThat(lines(changed.touched())).containsExactly("01=1 active");
    assertThat(changed.group().total().gross()).isEqualTo("240.00");
  }

  @Test
  void addsAnUnknownReservationUnderANewNumber() {
    Group known = accepted(null, message("120.00", book("01", "120.00")));
    Decision.Changed changed =
        changed(known, message("250.00", book("01", "120.00"), book("02", "130.00")));

    assertThat(lines(changed.touched())).containsExactly("01=1 active", "02=2 active");
  }

  @Test
  void cancelsAReservationByItsState() {
    Decision.Changed changed = changed(accepted(null, MULTI), changeOf(new Cancel("01")));

    assertThat(lines(changed.touched()))
        .containsExactly("01=1 cancelled", "02=2 active", "03=3 active");
    assertThat(changed.group().total().gross()).isEqualTo("685.00");
  }

  @Test
  void cancelsAReservationThatIsMissing() {
    Decision.Changed changed = changed(accepted(null, MULTI), changeOf());

    assertThat(lines(changed.touched()))
        .containsExactly("01=1 cancelled", "02=2 active", "03=3 active");
    assertThat(changed.group().total().gross()).isEqualTo("685.00");
  }

  @Test
  void cancelsTheWholeGroupWhenNothingIsListed() {
    Decision.Changed changed = changed(accepted(null, MULTI), cancellation());

    assertThat(lines(changed.touched()))
        .containsExactly("01=1 cancelled", "02=2 cancelled", "03=3 cancelled");
    assertThat(changed.group().active()).isEmpty();
    assertThat(changed.group().total().gross()).isEqualTo("0.00");
  }

  @Test
  void cancelsTheWholeGroupWhenAllThatIsListedIsCancelled() {
    Decision.Changed changed = changed(accepted(null, MULTI), cancellation("01", "02"));

    assertThat(lines(changed.touched()))
        .containsExactly("01=1 cancelled", "02=2 cancelled", "03=3 cancelled");
  }

  @Test
  void confirmsAPartlyCancelledGroupAsAWholeWhenItIsCancelled() {
    Group partly = accepted(accepted(null, MULTI), changeOf());

    assertThat(lines(changed(partly, cancellation()).touched()))
        .containsExactly("01=1 cancelled", "02=2 cancelled", "03=3 cancelled");
  }

  @Test
  void confirmsIdenticalContentAgainWithTheSameNumbers() {
    Decision.Changed first = changed(null, MULTI);
    Decision.Changed second = changed(first.group(), MULTI);

    assertThat(second.group()).isEqualTo(first.group());
    assertThat(second.touched()).isEqualTo(first.touched());
  }

  @Test
  void keepsTheNumberOfAReservationThatIsBookedAgain() {
    Group known = accepted(accepted(null, MULTI), cancellation());

    assertThat(lines(changed(known, MULTI).touched()))
        .containsExactly("01=1 active", "02=2 active", "03=3 active");
  }

  @Test
  void leavesReservationsAloneThatWereCancelledEarlierAndAreNotMentioned() {
    Group known = accepted(accepted(null, MULTI), changeOf());

    assertThat(lines(changed(known, changeOf()).touched()))
        .containsExactly("02=2 active", "03=3 active");
  }

  @Test
  void refusesTheCancellationOfAnUnknownGroupWithCode2() {
    assertThat(decide(null, cancellation()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .singleElement()
                    .satisfies(
                        refusal -> {
                          assertThat(refusal.code()).isEqualTo(ErrorCode.RESERVATION_NOT_FOUND);
                          assertThat(refusal.message()).contains("CM-1");
                        }));
    assertThat(decide(null, cancellation("01", "02"))).isInstanceOf(Decision.Refused.class);
  }

  private static GroupMessage changeOf(ReservationOrder... others) {
    ReservationOrder[] reservations = java.util.Arrays.copyOf(others, others.length + 2);
    reservations[others.length] =
        book("02", "DBL", "FLX", 0, "110.00", "120.00", "125.00", "130.00");
    reservations[others.length + 1] = book("03", "TWN", "NRF", 1, "95.00", "105.00");
    return message("685.00", reservations);
  }

  private static List<String> lines(List<Reservation> reservations) {
    return reservations.stream()
        .map(
            each ->
                each.code()
                    + "="
                    + each.confirmationNumber()
                    + (each.cancelled() ? " cancelled" : " active"))
        .toList();
  }
}
