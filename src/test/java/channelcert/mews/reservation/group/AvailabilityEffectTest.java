package channelcert.mews.reservation.group;

import static channelcert.mews.reservation.group.Sample.DAY;
import static channelcert.mews.reservation.group.Sample.accepted;
import static channelcert.mews.reservation.group.Sample.book;
import static channelcert.mews.reservation.group.Sample.cancellation;
import static channelcert.mews.reservation.group.Sample.message;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.inventory.Nights;
import org.junit.jupiter.api.Test;

class AvailabilityEffectTest {
  private final Group booked = accepted(null, message("240.00", book("01", "120.00", "120.00")));

  @Test
  void takesEveryNightOfANewReservation() {
    assertThat(AvailabilityEffect.between(null, booked)).containsExactly(effect("DBL", 0, 2, -1));
  }

  @Test
  void countsSpacesOfACategoryTogether() {
    Group two =
        accepted(null, message("360.00", book("01", "120.00", "120.00"), book("02", "120.00")));

    assertThat(AvailabilityEffect.between(null, two))
        .containsExactly(effect("DBL", 0, 1, -2), effect("DBL", 1, 1, -1));
  }

  @Test
  void mentionsOnlyTheNightsThatAMoveChanges() {
    Group moved =
        accepted(booked, message("240.00", book("01", "DBL", "FLX", 1, "120.00", "120.00")));

    assertThat(AvailabilityEffect.between(booked, moved))
        .containsExactly(effect("DBL", 0, 1, 1), effect("DBL", 2, 1, -1));
  }

  @Test
  void givesBackOneCategoryAndTakesTheOther() {
    Group upgraded =
        accepted(booked, message("240.00", book("01", "TWN", "FLX", 0, "120.00", "120.00")));

    assertThat(AvailabilityEffect.between(booked, upgraded))
        .containsExactly(effect("DBL", 0, 2, 1), effect("TWN", 0, 2, -1));
  }

  @Test
  void givesEveryNightBackWhenCancelled() {
    assertThat(AvailabilityEffect.between(booked, accepted(booked, cancellation())))
        .containsExactly(effect("DBL", 0, 2, 1));
  }

  @Test
  void isNothingForANewPrice() {
    Group dearer = accepted(booked, message("300.00", book("01", "150.00", "150.00")));

    assertThat(AvailabilityEffect.between(booked, dearer)).isEmpty();
  }

  private static AvailabilityEffect effect(String category, int first, int count, int units) {
    return new AvailabilityEffect(category, Nights.of(DAY.plusDays(first), count), units);
  }
}
