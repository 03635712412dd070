package channelcert.mews.reservation.group;

import static channelcert.mews.reservation.group.Sample.accepted;
import static channelcert.mews.reservation.group.Sample.book;
import static channelcert.mews.reservation.group.Sample.changed;
import static channelcert.mews.reservation.group.Sample.extra;
import static channelcert.mews.reservation.group.Sample.gross;
import static channelcert.mews.reservation.group.Sample.grossNights;
import static channelcert.mews.reservation.group.Sample.message;
import static channelcert.mews.reservation.group.Sample.net;
import static channelcert.mews.reservation.group.Sample.netNights;
import static channelcert.mews.reservation.group.Sample.with;
import static channelcert.mews.reservation.group.Sample.withNights;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @Test
  void derivesTheNetSideOfASingleGrossBooking() {
    Group group = accepted(null, message("250.00", book("01", "120.00", "130.00")));

    assertThat(grossNights(group)).containsExactly("120.00", "130.00");
    assertThat(netNights(group)).containsExactly("110.09", "119.27");
    assertThat(group.total()).isEqualTo(money("250.00", "229.36"));
  }

  @Test
  void derivesTheGrossSideOfASingleNetBooking() {
    ReservationOrder.Book netBooking =
        withNights(book("01", "0", "0"), net("229.36"), net("110.09"), net("119.27"));
    Group group = accepted(null, message(net("229.36"), netBooking));

    assertThat(netNights(group)).containsExactly("110.09", "119.27");
    assertThat(grossNights(group)).containsExactly("120.00", "130.00");
  }

  @ParameterizedTest
  @CsvSource({
    "580.00, 100.00 120.00 100.00 120.00 120.00",
    "585.00, 100.89 121.07 100.89 121.07 121.08",
    "570.00, 98.21 117.86 98.21 117.86 117.86"
  })
  void spreadsTheDifferenceToTheGroupTotalOverTheNights(String total, String nights) {
    ReservationOrder.Book withExtra =
        with(book("02", "100.00", "120.00", "120.00"), gross("360.00"), List.of(extra("20.00")));
    Decision.Changed changed =
        changed(null, message(total, book("01", "100.00", "120.00"), withExtra));

    assertThat(grossNights(changed.group())).containsExactly(nights.split(" "));
    assertThat(changed.group().total().gross()).isEqualTo(total);
    assertThat(changed.warnings()).hasSize(total.equals("580.00") ? 0 : 1);
  }

  @Test
  void spreadsInsideAReservationFirst() {
    ReservationOrder.Book off = with(book("01", "100.00", "100.00"), gross("210.00"), List.of());
    Group group = accepted(null, message("310.00", off, book("02", "100.00")));

    assertThat(grossNights(group)).containsExactly("105.00", "105.00", "100.00");
  }

  @Test
  void spreadsEqualPartsWhenAllNightsAreZero() {
    Group group = accepted(null, message("100.00", book("01", "0", "0", "0")));

    assertThat(grossNights(group)).containsExactly("33.33", "33.33", "33.34");
  }

  @Test
  void spreadsGrossAndNetSeparately() {
    ReservationOrder.Book both =
        withNights(book("01", "0", "0"), both("200", "180"), both("100", "90"), both("100", "90"));
    Group group = accepted(null, message(both("210", "180"), both));

    assertThat(grossNights(group)).containsExactly("105.00", "105.00");
    assertThat(netNights(group)).containsExactly("90.00", "90.00");
  }

  @Test
  void roundsToTheMinorUnit() {
    Group group = accepted(null, message("250.00000000", book("01", "120.000001", "129.999999")));

    assertThat(grossNights(group)).containsExactly("120.00", "130.00");
  }

  @Test
  void countsOnlyWhatStaysActiveTowardsTheGroupTotal() {
    Group known = accepted(null, message("350.00", book("01", "150.00"), book("02", "200.00")));
    Decision.Changed changed =
        changed(known, message("200.00", new ReservationOrder.Cancel("01"), book("02", "200.00")));

    assertThat(changed.group().total().gross()).isEqualTo("200.00");
    assertThat(changed.warnings()).isEmpty();
  }

  @Test
  void acceptsADiscountAndWarnsWhenThePriceBecomesNegative() {
    ReservationOrder.Book discounted =
        with(book("01", "100.00"), gross("80.00"), List.of(extra("-20.00")));
    assertThat(changed(null, message("80.00", discounted)).warnings()).isEmpty();

    ReservationOrder.Book negative =
        with(book("01", "100.00"), gross("-20.00"), List.of(extra("-120.00")));
    Decision.Changed changed = changed(null, message("-20.00", negative));
    assertThat(changed.group().total().gross()).isEqualTo("-20.00");
    assertThat(changed.warnings()).singleElement().asString().contains("negative");
  }

  private static Amount both(String gross, String net) {
    return new Amount(new BigDecimal(gross), new BigDecimal(net));
  }

  private static Money money(String gross, String net) {
    return new Money(new BigDecimal(gross), new BigDecimal(net));
  }
}
