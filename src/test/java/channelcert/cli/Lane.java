package channelcert.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pushes of one kind on one connection, one after the other, as Mews sends them: message n sets
 * every night of every key to a value that only it has. What is stored must be one message as a
 * whole, and none older than the last one that was acknowledged.
 */
final class Lane {
  private static final String NIGHTS = "\"from\":\"2027-06-01\",\"to\":\"2027-07-30\"";
  private static final int NIGHT_COUNT = 60;

  final String connection;
  final String operation;
  private int sent;
  private int acknowledged;

  Lane(String connection, String operation) {
    this.connection = connection;
    this.operation = operation;
  }

  /** The next message, which is on its way from now on. */
  synchronized String next(String clientToken, String responseUrl) {
    sent = acknowledged + 1;
    return message(sent, clientToken, responseUrl);
  }

  synchronized void acknowledged() {
    acknowledged = sent;
  }

  synchronized int acknowledgements() {
    return acknowledged;
  }

  String messageId(int number) {
    return connection + "-" + operation + "-" + number;
  }

  /** What is wrong with what is stored; empty when nothing is. */
  synchronized String fault(JsonNode ari) {
    Set<Integer> values = new TreeSet<>();
    int nights = 0;
    for (JsonNode run : ari.path(member())) {
      values.add(value(run));
      nights += nights(run);
    }
    if (acknowledged == 0 && values.isEmpty()) {
      return "";
    }
    if (values.size() != 1 || nights != 2 * NIGHT_COUNT) {
      return "%s: applied by half: values %s on %d nights".formatted(this, values, nights);
    }
    int stored = values.iterator().next();
    return stored == acknowledged || stored == sent
        ? ""
        : "%s: message %d is stored, acknowledged was %d".formatted(this, stored, acknowledged);
  }

  private String message(int number, String clientToken, String responseUrl) {
    return """
    {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"%s",%s}\
    """
        .formatted(clientToken, connection, messageId(number), responseUrl, content(number));
  }

  private String content(int number) {
    return switch (operation) {
      case "updateAvailability" ->
          "\"availabilities\":[{\"spaceTypeCode\":\"SGL\",%1$s,\"availability\":%2$d},{\"spaceTypeCode\":\"DBL\",%1$s,\"availability\":%2$d}]"
              .formatted(NIGHTS, number);
      case "updatePrices" ->
          "\"ratePrices\":[%s,%s]".formatted(price("SGL", number), price("DBL", number));
      default ->
          "\"restrictions\":[%s,%s]"
              .formatted(restriction("SGL", number), restriction("DBL", number));
    };
  }

  private static String price(String category, int number) {
    return """
    {"spaceTypeCode":"%s","ratePlanCode":"FLX",%s,"prices":[
      {"guestCount":1,"currencyCode":"EUR","grossAmount":%3$d,"netAmount":1},
      {"guestCount":2,"currencyCode":"EUR","grossAmount":%3$d,"netAmount":1}]}\
    """
        .formatted(category, NIGHTS, number);
  }

  private static String restriction(String category, int number) {
    return "{\"spaceTypeCode\":\"%s\",\"ratePlanCode\":\"FLX\",%s,\"state\":[2,8],\"minLos\":%d}"
        .formatted(category, NIGHTS, number);
  }

  private String member() {
    return switch (operation) {
      case "updateAvailability" -> "availabilities";
      case "updatePrices" -> "prices";
      default -> "restrictions";
    };
  }

  private int value(JsonNode run) {
    return switch (operation) {
      case "updateAvailability" -> run.path("availability").intValue();
      case "updatePrices" -> price(run);
      default -> run.path("minLos").intValue();
    };
  }

  /** The same for every number of guests, or none. */
  private static int price(JsonNode run) {
    JsonNode prices = run.path("prices");
    int first = prices.path(0).path("amount").intValue();
    return prices.size() == 2 && prices.path(1).path("amount").intValue() == first ? first : -1;
  }

  private static int nights(JsonNode run) {
    return (int)
            java.time.temporal.ChronoUnit.DAYS.between(
                java.time.LocalDate.parse(run.path("from").textValue()),
                java.time.LocalDate.parse(run.path("to").textValue()))
        + 1;
  }

  @Override
  public String toString() {
    return operation + " on " + connection;
  }
}
