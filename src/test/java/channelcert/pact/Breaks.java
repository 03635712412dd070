package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Twenty ways to break each provider, on the wire.
 *
 * @param name what is wrong
 * @param description the interaction that has to find it
 * @param edit changes the answer
 * @param status of the answer
 * @param type content type of the answer
 */
record Breaks(String name, String description, Consumer<ObjectNode> edit, int status, String type) {
  private static final String JSON = "application/json";

  static List<Breaks> ofChannelManager() {
    return List.of(
        put(
            "says no to availability",
            "availability of several categories is accepted",
            "success",
            false),
        put(
            "success in quotes",
            "prices are accepted, gross and net for each number of persons",
            "success",
            "true"),
        without("success is missing", "restrictions of every form are accepted", "success"),
        status("HTTP 500", "prices of a package are accepted", 500),
        status("HTTP 201", "availability of a whole year is accepted", 201),
        type("answers as text", "prices of a whole year are accepted"),
        put(
            "final where it should be later",
            "availability may be confirmed afterwards",
            "asyncConfirmation",
            false),
        without(
            "does not say that it is later",
            "prices may be confirmed afterwards",
            "asyncConfirmation"),
        error(
            "another code for a category",
            "an unmapped category is refused by name, in availability",
            e -> e.put("code", 6)),
        error(
            "the category is not named",
            "an unmapped category is refused by name, in prices",
            e -> e.remove("categoryCode")),
        error(
            "the wrong rate is named",
            "an unmapped rate is refused by name, in prices",
            e -> e.put("rateCode", "FLX")),
        error(
            "a deprecated code for a rate",
            "an unmapped rate is refused by name, in restrictions",
            e -> e.put("code", 5)),
        edit(
            "only the first bad code is named",
            "every unmapped category of a push is named",
            a -> list(a).remove(1)),
        error(
            "a pair without its rate",
            "a pair that is no longer sold is refused by name, in prices",
            e -> e.remove("rateCode")),
        error(
            "prices answered as availability",
            "prices that are switched off are refused",
            e -> e.put("code", 12)),
        put(
            "takes what it should not",
            "availability for a connection that is off are refused",
            "success",
            true),
        error(
            "no message",
            "availability during maintenance are a system error",
            e -> e.put("message", "")),
        edit(
            "one error instead of a list",
            "availability without a list is a validation error",
            Breaks::singular),
        error(
            "the number is not named",
            "a number for an unknown booking is refused, naming the number",
            e -> e.put("message", "This reservation is not recorded here.")),
        put("notices are refused", "notice that mappings changed is accepted", "success", false));
  }

  static List<Breaks> ofMews() {
    String read = "the configuration holds what is mapped";
    return List.of(
        edit(
            "no property is found",
            "the property and its connection are found by e-mail",
            a -> ((ArrayNode) a.path("properties")).removeAll()),
        edit(
            "another connection is told",
            "the property and its connection are found by e-mail",
            a -> ((ObjectNode) a.at("/properties/0/connections/0")).put("token", "CONN-2")),
        put("another connection is described", read, "connectionToken", "CONN-2"),
        edit(
            "the time zone is missing",
            read,
            a -> ((ObjectNode) a.path("property")).remove("timeZoneIdentifier")),
        edit(
            "a pricing mode that is none",
            read,
            a -> ((ObjectNode) a.path("property")).put("pricingMode", 7)),
        edit(
            "a currency that is none",
            read,
            a -> ((ObjectNode) a.at("/ratePlans/0")).put("currencyCode", "euro")),
        edit(
            "units in quotes",
            read,
            a -> ((ObjectNode) a.at("/spaceCategories/0")).put("spaceCount", "12")),
        without("no pairs", read, "inventoryMappings"),
        edit(
            "unsynchronised rates are left out",
            "unsynchronised rates are listed when asked for",
            a -> drop(a, "ratePlans", "OLD")),
        without(
            "no products",
            "products and where they are packaged are listed when asked for",
            "products"),
        edit(
            "net prices of products are texts",
            "products and where they are packaged are listed when asked for",
            a -> ((ObjectNode) a.at("/products/0/unitAmount")).put("netValue", "11.01")),
        without("no age categories", "age categories are listed when asked for", "ageCategories"),
        edit(
            "a channel code in quotes",
            "the channels are listed with their codes",
            a -> ((ObjectNode) a.at("/channels/0")).put("code", "two")),
        put("requests are refused", "an update of everything may be requested", "success", false),
        error(
            "the rate is not named",
            "an unmapped rate of the inventory is refused by name",
            e -> e.remove("rateCode")),
        put(
            "confirmations are refused",
            "a push is confirmed by processRateConfirmation",
            "success",
            false),
        status("HTTP 400 for a booking", "a booking with gross amounts is accepted", 400),
        type("answers as a page", "a booking with net amounts is accepted"),
        error(
            "another code for bookings not taken",
            "a group is refused while bookings are not taken",
            e -> e.put("code", 7)),
        put(
            "lets strangers in",
            "an unknown client token is refused at getConfiguration",
            "success",
            true));
  }

  private static Breaks put(String name, String description, String field, Object value) {
    return edit(name, description, a -> a.set(field, Texts.MAPPER.valueToTree(value)));
  }

  private static Breaks without(String name, String description, String field) {
    return edit(name, description, a -> a.remove(field));
  }

  private static Breaks error(String name, String description, Consumer<ObjectNode> change) {
    return edit(name, description, a -> list(a).forEach(e -> change.accept((ObjectNode) e)));
  }

  private static Breaks edit(String name, String description, Consumer<ObjectNode> edit) {
    return new Breaks(name, description, edit, 200, JSON);
  }

  private static Breaks status(String name, String description, int status) {
    return new Breaks(name, description, a -> {}, status, JSON);
  }

  private static Breaks type(String name, String description) {
    return new Breaks(name, description, a -> {}, 200, "text/html");
  }

  private static ArrayNode list(JsonNode answer) {
    return (ArrayNode) answer.path("errors");
  }

  private static void singular(ObjectNode answer) {
    answer.set("error", list(answer).get(0));
    answer.remove("errors");
  }

  private static void drop(ObjectNode answer, String list, String code) {
    ((ArrayNode) answer.path(list)).removeIf(each -> each.path("code").asText().equals(code));
  }

  @Override
  public String toString() {
    return name + " (" + description + ")";
  }
}
