package channelcert.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads instructions as they stand on the terminal, does what they say at the reference channel
 * manager, and answers what has to be typed. Knows nothing but the text.
 */
class Human {
  private static final Pattern RESERVATION =
      Pattern.compile(
          "- reservation (\\S+): category (\\S+), rate (\\S+), arrival (\\S+), departure (\\S+),"
              + " nights ([^,]+), adults (\\d+), children (\\d+)(?:, also by name (\\S+)"
              + " ([^\\s,]+))?(?:, product (\\d+) x (\\S+) for (\\S+) in all)?");

  protected final ReferenceExtranet extranet;
  private final Map<String, String> identifiers = new HashMap<>();
  private String text = "";

  Human(ReferenceExtranet extranet) {
    this.extranet = extranet;
  }

  /**
   * Acts on an instruction that is newly shown.
   *
   * @return what to type at once; absent where nothing has to be typed or prompts follow
   */
  Optional<String> act(String code, String title, String instruction) {
    text = instruction;
    switch (title.replaceFirst(" (CC|INVALID|MINE)-.*", "")) {
      case "Connect the property and map it" ->
          extranet.connect(
              find("connection token: (\\S+)"),
              find("employee of the property: (\\S+)"),
              find("work with (\\S+) prices"));
      case "Send a booking" -> {
        send("sendBooking", own(code, find("begins with `(\\S+)`")));
        return Optional.empty();
      }
      case "Send a wrong booking" -> {
        send("sendInvalidBooking", find("begins with `(\\S+)`"));
        return Optional.empty();
      }
      case "Change the booking" -> {
        send("modifyBooking", known(find("the booking `(\\S+)`")));
        return Optional.empty();
      }
      case "Cancel booking" -> {
        extranet.cancel(known(find("the booking `(\\S+)`")));
        return Optional.empty();
      }
      case "Switch to gross prices" -> extranet.choosePricing("gross");
      case "Switch to net prices" -> extranet.choosePricing("net");
      case "Switch the connection off" -> extranet.order("deactivateConnection");
      case "Switch the connection on" -> extranet.order("activateConnection");
      case "Enter maintenance" -> extranet.order("enterMaintenance");
      case "Leave maintenance" -> extranet.order("leaveMaintenance");
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of("done");
  }

  /** What the extranet shows, for a value that is asked for. */
  String value(String asked) {
    Matcher ari =
        Pattern.compile(
                "(availability|price|restriction) of (\\S+)(?: / (\\S+))? on (\\S+)"
                    + "(?: for (\\d+) guest\\(s\\))?")
            .matcher(asked);
    if (ari.matches()) {
      return switch (ari.group(1)) {
        case "availability" -> shown(ari, "availabilities").path("availability").asText("-");
        case "price" ->
            shown(ari, "prices")
                .path("prices")
                .valueStream()
                .filter(price -> price.path("guestCount").asText().equals(ari.group(5)))
                .map(price -> price.path("amount").asText())
                .findFirst()
                .orElse("-");
        default -> restriction(shown(ari, "restrictions"));
      };
    }
    if (asked.startsWith("line of the log")) {
      return extranet.logLineAbout(find("the booking `(\\S+)`")).orElse("-");
    }
    JsonNode booking = extranet.booking(known(find("the booking `(\\S+)`")));
    return asked.startsWith("status")
        ? booking.path("status").asText("-").toLowerCase(Locale.ROOT)
        : booking
            .path("reservations")
            .valueStream()
            .filter(each -> asked.endsWith(" of " + each.path("code").asText()))
            .map(each -> each.path("confirmationNumber").asText())
            .findFirst()
            .orElse("-");
  }

  /** The identifier under which this channel manager sends a booking. */
  String own(String code, String begin) {
    String id = code.equals("RES-7") ? "MINE-" + identifiers.size() : begin + "-77";
    identifiers.put(begin, id);
    return id;
  }

  /** The amount of the first night that is really sent. */
  String amount(String ordered) {
    return ordered;
  }

  private String known(String named) {
    return identifiers.getOrDefault(named, named);
  }

  private JsonNode shown(Matcher asked, String list) {
    String night = asked.group(4);
    return extranet
        .ari(night, night)
        .path(list)
        .valueStream()
        .filter(each -> each.path("spaceTypeCode").asText().equals(asked.group(2)))
        .filter(
            each ->
                asked.group(3) == null || each.path("ratePlanCode").asText().equals(asked.group(3)))
        .findFirst()
        .orElse(ReferenceExtranet.MAPPER.createObjectNode());
  }

  private static String restriction(JsonNode shown) {
    if (shown.path("closed").asBoolean()) {
      return "closed";
    }
    String words =
        (shown.path("closedToArrival").asBoolean() ? "no arrival " : "")
            + (shown.path("closedToDeparture").asBoolean() ? "no departure " : "")
            + (shown.path("minLos").isNumber() ? "min " + shown.path("minLos") + " " : "")
            + (shown.path("maxLos").isNumber() ? "max " + shown.path("maxLos") : "");
    return words.isBlank() ? "open" : words.strip();
  }

  private void send(String operation, String id) {
    ObjectNode order = ReferenceExtranet.MAPPER.createObjectNode();
    order.put("channelManagerId", id).put("channelId", "OTA-" + id);
    Matcher prices = matcher("prices: all (\\S+), in (\\S+)");
    order
        .put("pricing", prices.group(1).toUpperCase(Locale.ROOT))
        .put("currencyCode", prices.group(2));
    optional("source code (\\d+)")
        .ifPresent(code -> order.put("sourceCode", Integer.valueOf(code)));
    optional("card: (\\d+)").ifPresent(card -> order.put("cardNumber", card));
    order.set("customer", person(optional("customer: (.+)").orElse("Ada Visser").split(" ", -1)));
    Matcher reservation = RESERVATION.matcher(text);
    while (reservation.find()) {
      add(order.withArray("reservations").addObject(), reservation);
    }
    extranet.book(operation, order);
  }

  private void add(ObjectNode order, Matcher reservation) {
    order.put("code", reservation.group(1)).put("spaceTypeCode", reservation.group(2));
    order.put("ratePlanCode", reservation.group(3)).put("from", reservation.group(4));
    order.put("to", reservation.group(5));
    for (String amount : reservation.group(6).split(" \\+ ", -1)) {
      String sent = order.withArray("nightAmounts").isEmpty() ? amount(amount) : amount;
      order.withArray("nightAmounts").add(new java.math.BigDecimal(sent));
    }
    order.put("adults", Integer.valueOf(reservation.group(7)));
    order.put("children", Integer.valueOf(reservation.group(8)));
    if (reservation.group(9) != null) {
      order
          .withArray("companions")
          .add(person(new String[] {reservation.group(9), reservation.group(10)}));
    }
    if (reservation.group(11) != null) {
      order
          .withArray("products")
          .addObject()
          .put("count", Integer.valueOf(reservation.group(11)))
          .put("code", reservation.group(12))
          .put("amount", new java.math.BigDecimal(reservation.group(13)));
    }
  }

  private static ObjectNode person(String[] names) {
    return ReferenceExtranet.MAPPER
        .createObjectNode()
        .put("firstName", names[0])
        .put("lastName", names[1]);
  }

  private String find(String pattern) {
    return matcher(pattern).group(1);
  }

  private Optional<String> optional(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Matcher matcher(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no '" + pattern + "' in:\n" + text);
    }
    return matcher;
  }
}
