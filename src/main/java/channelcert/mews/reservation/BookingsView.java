package channelcert.mews.reservation;

import channelcert.http.Json;
import channelcert.mews.reservation.group.Extra;
import channelcert.mews.reservation.group.Group;
import channelcert.mews.reservation.group.Money;
import channelcert.mews.reservation.group.Reservation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Stored bookings in the JSON form that MewsControl.observeBookings describes. */
final class BookingsView {
  private BookingsView() {}

  static JsonNode of(List<Group> groups, List<String> warnings) {
    ObjectNode view = Json.mapper().createObjectNode();
    ArrayNode list = view.putArray("groups");
    groups.forEach(group -> list.add(group(group)));
    ArrayNode notes = view.putArray("warnings");
    warnings.forEach(notes::add);
    return view;
  }

  private static ObjectNode group(Group group) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("channelManagerId", group.channelManagerId());
    view.put("state", state(group.active().isEmpty()));
    view.put("currencyCode", group.currencyCode());
    total(view, group.total());
    ArrayNode reservations = view.putArray("reservations");
    group.reservations().forEach(reservation -> reservations.add(reservation(reservation)));
    return view;
  }

  private static ObjectNode reservation(Reservation reservation) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("code", reservation.code());
    view.put("confirmationNumber", reservation.confirmationNumber());
    view.put("state", state(reservation.cancelled()));
    view.put("spaceTypeCode", reservation.definition().spaceTypeCode());
    view.put("ratePlanCode", reservation.definition().ratePlanCode());
    view.put("from", reservation.definition().stay().arrival().toString());
    view.put("to", reservation.definition().stay().departure().toString());
    ArrayNode gross = view.putArray("nightsGross");
    ArrayNode net = view.putArray("nightsNet");
    for (Money night : reservation.definition().nights()) {
      gross.add(night.gross());
      net.add(night.net());
    }
    total(view, reservation.definition().total());
    guests(view, reservation);
    ArrayNode extras = view.putArray("extras");
    reservation.definition().extras().forEach(extra -> extras.add(extra(extra)));
    return view;
  }

  private static void guests(ObjectNode view, Reservation reservation) {
    ArrayNode counts = view.putArray("guestCounts");
    reservation
        .definition()
        .guestCounts()
        .forEach(each -> counts.addObject().put("code", each.code()).put("count", each.count()));
    view.put("guests", reservation.definition().guests().size());
  }

  private static ObjectNode extra(Extra extra) {
    return Json.mapper()
        .createObjectNode()
        .put("code", extra.code())
        .put("count", extra.count())
        .put("pricing", extra.pricing())
        .put("gross", extra.amount().gross())
        .put("net", extra.amount().net());
  }

  private static void total(ObjectNode view, Money total) {
    view.put("totalGross", total.gross());
    view.put("totalNet", total.net());
  }

  private static String state(boolean cancelled) {
    return cancelled ? "CANCELLED" : "ACTIVE";
  }
}
