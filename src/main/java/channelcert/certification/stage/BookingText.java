package channelcert.certification.stage;

import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.ReservationOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A booking in words, for a person who is to send it. */
final class BookingText {
  private BookingText() {}

  static Map<String, String> of(BookingOrder order) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("booking", order.channelManagerId());
    values.put("channelId", order.channelId());
    values.put("side", order.pricing().name().toLowerCase(Locale.ROOT));
    values.put("currency", order.currencyCode());
    values.put("source", order.sourceCode() == null ? "" : order.sourceCode().toString());
    values.put("card", order.cardNumber() == null ? "" : order.cardNumber());
    values.put("customer", name(order.customer()));
    values.put(
        "reservations",
        order.reservations().stream()
            .map(BookingText::reservation)
            .collect(Collectors.joining("\n")));
    return values;
  }

  private static String reservation(ReservationOrder order) {
    return "- reservation "
        + order.code()
        + ": category "
        + order.spaceTypeCode()
        + ", rate "
        + order.ratePlanCode()
        + ", arrival "
        + order.from()
        + ", departure "
        + order.to()
        + ", nights "
        + order.nightAmounts().stream()
            .map(BigDecimal::toPlainString)
            .collect(Collectors.joining(" + "))
        + ", adults "
        + order.adults()
        + ", children "
        + order.children()
        + companions(order.companions())
        + products(order);
  }

  private static String companions(@Nullable List<Person> companions) {
    return companions == null || companions.isEmpty()
        ? ""
        : ", also by name "
            + companions.stream().map(BookingText::name).collect(Collectors.joining(" and "));
  }

  private static String products(ReservationOrder order) {
    return order.products() == null || order.products().isEmpty()
        ? ""
        : ", product "
            + order.products().stream()
                .map(
                    each ->
                        each.count() + " x " + each.code() + " for " + each.amount() + " in all")
                .collect(Collectors.joining(" and "));
  }

  private static String name(Person person) {
    return person.firstName() + " " + person.lastName();
  }
}
