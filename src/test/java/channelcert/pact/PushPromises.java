package channelcert.pact;

import static channelcert.pact.Promise.NOTHING;

import channelcert.pact.Answer.Fault;
import java.util.List;
import java.util.Map;

/** Mews pushes inventory, and what it relies on in each answer. */
final class PushPromises {
  private static final String URL = "https://api.mews-demo.com/api/channelManager/v1/";
  private static final String AVAILABILITY = "/updateAvailability";
  private static final String PRICES = "/updatePrices";
  private static final String RESTRICTIONS = "/updateRestrictions";

  /** The three pushes, each with the code that says that its kind is switched off. */
  private record Kind(String name, String what, String path, String body, int off) {
    String confirmation() {
      return body.replaceAll("(?s).*/v1/(\\w+)'.*", "$1");
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("AVAILABILITY", "availability", AVAILABILITY, availability("DBL"), 12),
          new Kind("PRICES", "prices", PRICES, prices("DBL", "FLX"), 13),
          new Kind("RESTRICTIONS", "restrictions", RESTRICTIONS, restrictions("DBL", "FLX"), 14));

  private PushPromises() {}

  static List<Promise> accepted() {
    return List.of(
        push(
            "INV-1",
            "availability of several categories is accepted",
            AVAILABILITY,
            availability("DBL")),
        push(
            "INV-2, INV-3",
            "prices are accepted, gross and net for each number of persons",
            PRICES,
            prices("DBL", "FLX")),
        push(
            "INV-4, SUP-7",
            "restrictions of every form are accepted",
            RESTRICTIONS,
            restrictions("DBL", "FLX")),
        push("INV-5", "prices of a package are accepted", PRICES, prices("DBL", "PKG")),
        push(
            "INV-6",
            "availability of a whole year is accepted",
            AVAILABILITY,
            year(availability("DBL"))),
        push("INV-6", "prices of a whole year are accepted", PRICES, year(prices("DBL", "FLX"))),
        push(
            "INV-6",
            "restrictions of a whole year are accepted",
            RESTRICTIONS,
            year(restrictions("DBL", "FLX"))),
        push(
            "SUP-8",
            "a removal of restrictions is accepted",
            RESTRICTIONS,
            message(
                "processRestrictionConfirmation",
                "'restrictions':["
                    + restriction("DBL", "FLX", "2027-01-10", "2027-01-10", "[1]", "null", "null")
                    + "]")),
        push(
            "SUP-20",
            "prices by age and dependent rates are accepted",
            PRICES,
            message("processRateConfirmation", agePrices())));
  }

  static List<Promise> acceptedForLater() {
    return KINDS.stream()
        .map(
            kind ->
                Promise.of(
                        "SUP-4",
                        kind.what() + " may be confirmed afterwards",
                        kind.path(),
                        kind.body(),
                        Answer.later())
                    .given("pushes are confirmed afterwards")
                    .with(
                        "$.responseUrl", "${mewsUrl}/api/channelManager/v1/" + kind.confirmation()))
        .toList();
  }

  static List<Promise> refused() {
    Fault category = Fault.code(10).naming("categoryCode", "XYZ");
    Fault rate = Fault.code(9).naming("rateCode", "ABC");
    return List.of(
        refused(
            "ERR-3",
            "an unmapped category is refused by name, in availability",
            AVAILABILITY,
            availability("XYZ"),
            category),
        refused(
            "ERR-3",
            "an unmapped category is refused by name, in prices",
            PRICES,
            prices("XYZ", "FLX"),
            category),
        refused(
            "ERR-3",
            "an unmapped category is refused by name, in restrictions",
            RESTRICTIONS,
            restrictions("XYZ", "FLX"),
            category),
        refused(
            "ERR-4",
            "an unmapped rate is refused by name, in prices",
            PRICES,
            prices("DBL", "ABC"),
            rate),
        refused(
            "ERR-4",
            "an unmapped rate is refused by name, in restrictions",
            RESTRICTIONS,
            restrictions("DBL", "ABC"),
            rate),
        refused(
            "SUP-6",
            "every unmapped category of a push is named",
            AVAILABILITY,
            availability("XYZ").replace("BED", "UVW"),
            category,
            Fault.code(10).naming("categoryCode", "UVW")),
        refused(
            "SUP-6",
            "an unmapped rate and an unmapped category are both named",
            PRICES,
            message(
                "processRateConfirmation",
                "'ratePrices':[" + ratePrice("DBL", "ABC") + "," + ratePrice("XYZ", "FLX") + "]"),
            rate,
            category));
  }

  static List<Promise> pairsNotSold() {
    Fault pair = Fault.code(11).naming("rateCode", "FLX").naming("categoryCode", "DBL");
    return List.of(
        refused(
                "SUP-5",
                "a pair that is no longer sold is refused by name, in prices",
                PRICES,
                prices("DBL", "FLX"),
                pair)
            .given("a pair is no longer sold", "ratePlanCode", "FLX", "spaceTypeCode", "DBL"),
        refused(
                "SUP-5",
                "a pair that is no longer sold is refused by name, in restrictions",
                RESTRICTIONS,
                restrictions("DBL", "FLX"),
                pair)
            .given("a pair is no longer sold", "ratePlanCode", "FLX", "spaceTypeCode", "DBL"));
  }

  static List<Promise> kindsOff() {
    return KINDS.stream()
        .map(
            kind ->
                refused(
                        "SUP-5",
                        kind.what() + " that are switched off are refused",
                        kind.path(),
                        kind.body(),
                        Fault.code(kind.off()))
                    .given("kinds of pushes are switched off", "kinds", List.of(kind.name())))
        .toList();
  }

  static List<Promise> connectionOff() {
    return KINDS.stream()
        .map(
            kind ->
                refused(
                        "ERR-5",
                        kind.what() + " for a connection that is off are refused",
                        kind.path(),
                        kind.body(),
                        Fault.codes("3|8", 3))
                    .given("the connection is switched off"))
        .toList();
  }

  static List<Promise> maintenance() {
    return KINDS.stream()
        .map(
            kind ->
                refused(
                        "ERR-1",
                        kind.what() + " during maintenance are a system error",
                        kind.path(),
                        kind.body(),
                        Fault.code(1))
                    .given("the channel manager is in maintenance"))
        .toList();
  }

  static List<Promise> malformed() {
    return List.of(
        refused(
                "rule 6.2",
                "availability without a list is a validation error",
                AVAILABILITY,
                availability("DBL"),
                Fault.code(6))
            .changed("availabilities", NOTHING),
        refused(
            "rule 6.2",
            "prices with a date that is none are a validation error",
            PRICES,
            prices("DBL", "FLX").replace("2027-01-14", "2027-02-30"),
            Fault.code(6)),
        refused(
            "rule 6.2",
            "restrictions with an unknown state are a validation error",
            RESTRICTIONS,
            restrictions("DBL", "FLX").replace("[1]", "[5]"),
            Fault.code(6)),
        refused(
                "rule 6.2",
                "a push without an identifier is a validation error",
                AVAILABILITY,
                availability("DBL"),
                Fault.code(6))
            .changed("messageId", NOTHING));
  }

  /** Every request of the three pushes, for what holds for every endpoint. */
  static Map<String, String> bodies() {
    return Map.of(
        AVAILABILITY, availability("DBL"),
        PRICES, prices("DBL", "FLX"),
        RESTRICTIONS, restrictions("DBL", "FLX"));
  }

  private static Promise push(String rows, String description, String path, String body) {
    return Promise.of(rows, description, path, body, Answer.success());
  }

  private static Promise refused(
      String rows, String description, String path, String body, Fault... faults) {
    return Promise.of(rows, description, path, body, Answer.refusal(faults));
  }

  private static String message(String confirmation, String content) {
    return "{'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','messageId':'3f0c2a52-0001',"
        + "'responseUrl':'"
        + URL
        + confirmation
        + "',"
        + content
        + "}";
  }

  private static String availability(String category) {
    return message(
        "processAvailabilityConfirmation",
        ("'availabilities':[{'spaceTypeCode':'%s','from':'2027-01-01','to':'2027-01-14','availability':7},"
             + "{'spaceTypeCode':'BED','from':'2027-01-01','to':'2027-01-14','availability':12}]")
            .formatted(category));
  }

  private static String prices(String category, String rate) {
    return message("processRateConfirmation", "'ratePrices':[" + ratePrice(category, rate) + "]");
  }

  private static String ratePrice(String category, String rate) {
    return """
    {'spaceTypeCode':'%s','ratePlanCode':'%s','from':'2027-01-01','to':'2027-01-14','prices':[
     {'grossAmount':112.00,'netAmount':102.75,'currencyCode':'EUR','guestCount':1},
     {'grossAmount':144.00,'netAmount':132.11,'currencyCode':'EUR','guestCount':2}]}\
    """
        .formatted(category, rate);
  }

  private static String agePrices() {
    return "'ratePrices':["
        + ratePrice("DBL", "FLX").replaceAll("}$", "")
        + """
        ,'agePrices':[{'grossAmount':20.00,'netAmount':18.35,'currencyCode':'EUR','guestCount':1,'ageCategoryCode':'Child'}]}],
        'dependentRates':[{'rateCode':'NRF','baseRateCode':'FLX','adjustments':[
         {'startDate':'2027-01-01','endDate':'2027-12-31','relativeValue':-10.0,'absoluteValue':0.0}]}]\
        """;
  }

  private static String restrictions(String category, String rate) {
    return message(
        "processRestrictionConfirmation",
        "'restrictions':["
            + String.join(
                ",",
                restriction(category, rate, "2027-01-01", "2027-01-14", "[1]", "2", "10"),
                restriction(category, rate, "2027-02-01", "2027-02-01", "[2,8]", "null", "null"),
                restriction(category, rate, "2027-02-02", "2027-02-02", "[2,6]", "null", "null"),
                restriction(category, rate, "2027-02-03", "2027-02-03", "[2,7]", "null", "null"),
                restriction(category, rate, "2027-02-04", "2027-02-04", "[2,8,6]", "null", "null"),
                restriction(category, rate, "2027-02-05", "2027-02-05", "[2,6]", "3", "7"),
                restriction(category, rate, "2027-02-06", "2027-02-06", "[2,7]", "3", "null"))
            + "]");
  }

  private static String restriction(
      String category, String rate, String from, String to, String state, String min, String max) {
    return "{'spaceTypeCode':'%s','ratePlanCode':'%s','from':'%s','to':'%s','state':%s,'minLos':%s,'maxLos':%s}"
        .formatted(category, rate, from, to, state, min, max);
  }

  /** 365 nights, the last one included. */
  private static String year(String message) {
    return message.replace("2027-01-14", "2027-12-31");
  }
}
