package channelcert.certification.catalogue.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.contract.driver.BookingOrder;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BookingPlannerTest {
  private static final LocalDate EARLIEST = LocalDate.of(2027, 3, 1);
  private static final Property PROPERTY =
      new Property(
          "p-1",
          "Canal House",
          "partner@canal-house.example",
          "EUR",
          "Europe/Amsterdam",
          9,
          PricingMode.GROSS,
          List.of(
              new SpaceCategory("SGL", "Single", 9, 1, 10, true),
              new SpaceCategory("DBL", "Double", 4, 3, 12, true),
              new SpaceCategory("TWN", "Twin", 14, 2, 8, true),
              new SpaceCategory("STE", "Suite", 11, 4, 3, false)),
          List.of(
              new RatePlan("FLX", "Flexible", true),
              new RatePlan("NRF", "Non-refundable", true),
              new RatePlan("OLD", "Retired", false)),
          List.of(new Pair("FLX", "DBL"), new Pair("OLD", "DBL"), new Pair("FLX", "STE")),
          List.of());

  @Test
  void theSameChanceDrawsTheSameBooking() {
    assertThat(planner(7).single("R01", PriceSide.GROSS))
        .isEqualTo(planner(7).single("R01", PriceSide.GROSS));
    assertThat(planner(7).multi("R07", PriceSide.NET))
        .isEqualTo(planner(7).multi("R07", PriceSide.NET));
  }

  @Test
  void anotherChanceDrawsAnotherBooking() {
    assertThat(planner(7).single("R01", PriceSide.GROSS).channelManagerId())
        .isNotEqualTo(planner(8).single("R01", PriceSide.GROSS).channelManagerId());
  }

  @RepeatedTest(50)
  void aSingleBookingFitsThePublishedScenario(RepetitionInfo repetition) {
    BookingPlan plan = planner(repetition.getCurrentRepetition()).single("R01", PriceSide.GROSS);
    SpacePlan space = plan.spaces().getFirst();
    assertThat(plan.channelManagerId()).matches("CC-[0-9A-F]{6}-R01");
    assertThat(space.spaceTypeCode()).isEqualTo("DBL");
    assertThat(space.ratePlanCode()).isEqualTo("FLX");
    assertThat(space.adults()).isEqualTo(2);
    assertThat(space.children()).isEqualTo(1);
    assertThat(space.companion()).isPresent().get().isNotEqualTo(plan.customer());
    assertThat(space.arrival()).isAfterOrEqualTo(EARLIEST);
    assertThat(space.nights()).hasSizeBetween(2, 3).doesNotHaveDuplicates();
  }

  @RepeatedTest(50)
  void aMultiBookingFitsThePublishedScenario(RepetitionInfo repetition) {
    BookingPlan plan = planner(repetition.getCurrentRepetition()).multi("R07", PriceSide.NET);
    assertThat(plan.spaces()).extracting(SpacePlan::code).containsExactly("01", "02", "03");
    assertThat(plan.spaces()).extracting(SpacePlan::spaceTypeCode).doesNotHaveDuplicates();
    assertThat(plan.spaces().stream().map(SpacePlan::ratePlanCode).distinct()).hasSize(2);
    assertThat(plan.spaces().stream().map(SpacePlan::ratePlanCode)).doesNotContain("OLD");
    assertThat(plan.spaces().stream().flatMap(space -> space.nights().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aLengthenedStayDepartsADayLater() {
    SpacePlan before = planner(1).single("R01", PriceSide.GROSS).spaces().getFirst();
    SpacePlan after = before.lengthened(new BigDecimal("99.99"));
    assertThat(after.departure()).isEqualTo(before.departure().plusDays(1));
    assertThat(after.nights()).endsWith(new BigDecimal("99.99"));
  }

  @Test
  void theOrderSaysWhatWasPlanned() {
    BookingPlan plan = planner(3).withProduct("R13A", PriceSide.NET, "BRK");
    BookingOrder order = BookingOrderMapper.order(plan);
    assertThat(order.pricing().wire()).isEqualTo("NET");
    assertThat(order.reservations()).hasSize(1);
    assertThat(order.reservations().getFirst().to())
        .isEqualTo(plan.spaces().getFirst().departure());
    assertThat(order.reservations().getFirst().nightAmounts())
        .isEqualTo(plan.spaces().getFirst().nights());
    assertThat(order.reservations().getFirst().products())
        .singleElement()
        .extracting("code")
        .isEqualTo("BRK");
  }

  private static BookingPlanner planner(long chance) {
    return new BookingPlanner(new SplittableRandom(chance), PROPERTY, EARLIEST);
  }
}
