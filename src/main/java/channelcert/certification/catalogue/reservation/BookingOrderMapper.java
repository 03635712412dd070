package channelcert.certification.catalogue.reservation;

import channelcert.certification.catalogue.reservation.SpacePlan.Name;
import channelcert.certification.catalogue.reservation.SpacePlan.ProductPlan;
import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ProductOrder;
import channelcert.contract.driver.ReservationOrder;

/** Writes planned bookings as orders for the driver of the candidate. */
public final class BookingOrderMapper {
  private BookingOrderMapper() {}

  /** The order for a planned booking. */
  public static BookingOrder order(BookingPlan plan) {
    return BookingOrder.builder()
        .channelManagerId(plan.channelManagerId())
        .channelId(plan.channelId())
        .pricing(plan.side() == PriceSide.GROSS ? Pricing.GROSS : Pricing.NET)
        .currencyCode(plan.currencyCode())
        .sourceCode(plan.sourceCode())
        .cardNumber(plan.cardNumber())
        .customer(person(plan.customer()))
        .reservations(plan.spaces().stream().map(BookingOrderMapper::reservation).toList())
        .build();
  }

  private static ReservationOrder reservation(SpacePlan plan) {
    return ReservationOrder.builder()
        .code(plan.code())
        .spaceTypeCode(plan.spaceTypeCode())
        .ratePlanCode(plan.ratePlanCode())
        .from(plan.arrival())
        .to(plan.departure())
        .nightAmounts(plan.nights())
        .adults(plan.adults())
        .children(plan.children())
        .companions(plan.companion().stream().map(BookingOrderMapper::person).toList())
        .products(plan.product().stream().map(BookingOrderMapper::product).toList())
        .build();
  }

  private static ProductOrder product(ProductPlan plan) {
    return new ProductOrder(plan.code(), plan.count(), plan.amount());
  }

  private static Person person(Name name) {
    return new Person(name.first(), name.last());
  }
}
