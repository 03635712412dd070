package channelcert.mews.control;

import channelcert.contract.control.Card;
import channelcert.contract.control.Guests;
import channelcert.contract.control.OutgoingMessage;
import channelcert.contract.control.Person;
import channelcert.contract.control.StaffBooking;
import channelcert.contract.control.StaffBookingView;
import channelcert.contract.control.StaffExtra;
import channelcert.contract.control.StaffReservation;
import channelcert.contract.control.StaffReservationView;
import channelcert.exchange.Masking;
import channelcert.http.Json;
import channelcert.mews.message.Outgoing;
import channelcert.mews.property.Property;
import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.Extra;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Money;
import channelcert.mews.reservation.group.Stay;
import channelcert.mews.reservation.outgoing.HouseGroup;
import channelcert.mews.reservation.outgoing.HouseReservation;
import channelcert.mews.reservation.outgoing.MaskedCard;
import channelcert.mews.reservation.outgoing.TimeState;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bookings of staff in the words of the control API. */
final class StaffMapper {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private StaffMapper() {}

  static channelcert.mews.reservation.outgoing.StaffBooking booking(
      StaffBooking given, Property property) {
    return new channelcert.mews.reservation.outgoing.StaffBooking(
        person(given.customer()),
        given.booker() == null ? null : person(given.booker()),
        all(given.comments()),
        given.reservations().stream().map(each -> reservation(each, property)).toList(),
        given.blockNumber());
  }

  /** Absent fields stay absent. */
  static JsonNode person(Person given) {
    JsonNode person = Json.mapper().valueToTree(given);
    person.properties().removeIf(field -> field.getValue().isNull());
    return person;
  }

  private static channelcert.mews.reservation.outgoing.StaffReservation reservation(
      StaffReservation given, Property property) {
    Stay stay = new Stay(given.arrival(), given.departure());
    return new channelcert.mews.reservation.outgoing.StaffReservation(
        given.confirmationNumber(),
        given.spaceTypeCode(),
        given.ratePlanCode(),
        stay,
        given.guestCounts().stream()
            .map(each -> new GuestCount(each.code(), each.count()))
            .toList(),
        given.nightsGross(),
        all(given.extras()).stream().map(each -> extra(each, stay, property)).toList(),
        all(given.guests()).stream().map(StaffMapper::person).toList(),
        card(given.card()),
        given.timeState() == null
            ? TimeState.CONFIRMED
            : TimeState.valueOf(given.timeState().name()));
  }

  /** The pricing is that of the product, the net side follows from the tax. */
  private static Extra extra(StaffExtra given, Stay stay, Property property) {
    Property.Product product =
        property.products().stream()
            .filter(each -> each.code().equals(given.code()))
            .findFirst()
            .orElseThrow(
                () ->
                    ControlRefusal.badRequest(
                        "There is no product " + given.code() + "; readProperty shows all."));
    return new Extra(
        given.code(),
        given.count(),
        product.pricing(),
        Money.ofGross(given.gross(), property.taxPercent()),
        Objects.requireNonNullElse(given.from(), stay.arrival()),
        Objects.requireNonNullElse(given.to(), stay.departure()));
  }

  private static @Nullable MaskedCard card(@Nullable Card given) {
    return given == null
        ? null
        : new MaskedCard(
            given.type(),
            given.obfuscatedNumber(),
            given.expireDate(),
            "card-" + Masking.token(given.obfuscatedNumber() + given.expireDate()).substring(7),
            given.holderName());
  }

  static StaffBookingView view(HouseGroup group, List<Outgoing> messages) {
    HouseGroup.Origin origin = group.origin();
    return StaffBookingView.builder()
        .propertyId(group.propertyId())
        .bookingId(group.id())
        .connection(origin == null ? null : Masking.token(origin.connectionToken()))
        .channelManagerId(origin == null ? null : origin.channelManagerId())
        .blockNumber(group.blockNumber())
        .blockNumber(group.blockNumber())
        .customer(object(group.customer()))
        .booker(object(group.booker()))
        .comments(group.comments())
        .currencyCode(group.currencyCode())
        .totalGross(group.total().gross())
        .totalNet(group.total().net())
        .reservations(group.reservations().stream().map(StaffMapper::view).toList())
        .messages(messages.stream().map(StaffMapper::message).toList())
        .build();
  }

  private static StaffReservationView view(HouseReservation reservation) {
    Definition definition = reservation.definition();
    return StaffReservationView.builder()
        .confirmationNumber(reservation.confirmationNumber())
        .code(reservation.code())
        .timeState(channelcert.contract.control.TimeState.valueOf(reservation.timeState().name()))
        .spaceTypeCode(definition.spaceTypeCode())
        .ratePlanCode(definition.ratePlanCode())
        .arrival(definition.stay().arrival())
        .departure(definition.stay().departure())
        .guestCounts(
            definition.guestCounts().stream()
                .map(each -> new Guests(each.code(), each.count()))
                .toList())
        .nightsGross(definition.nights().stream().map(Money::gross).toList())
        .extras(definition.extras().stream().map(StaffMapper::extra).toList())
        .guests(definition.guests().stream().map(StaffMapper::required).toList())
        .card(card(reservation.card()))
        .build();
  }

  private static StaffExtra extra(Extra extra) {
    BigDecimal gross = extra.amount().gross();
    return new StaffExtra(extra.code(), extra.count(), gross, extra.from(), extra.to());
  }

  private static @Nullable Card card(@Nullable MaskedCard card) {
    return card == null
        ? null
        : new Card(card.type(), card.obfuscatedNumber(), card.expireDate(), card.holderName());
  }

  static OutgoingMessage message(Outgoing message) {
    return OutgoingMessage.builder()
        .connection(Masking.token(message.connectionToken()))
        .state(message.state().name())
        .attempts(message.attempts())
        .messageId(message.messageId())
        .lastProblem(message.lastProblem())
        .build();
  }

  private static @Nullable Map<String, Object> object(@Nullable JsonNode node) {
    return node == null ? null : required(node);
  }

  static Map<String, Object> required(JsonNode node) {
    return Json.mapper().convertValue(node, OBJECT);
  }

  private static <T> List<T> all(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }
}
