package channelcert.pact;

import channelcert.pact.Answer.Fault;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A channel manager reads what it maps, sets what it sells, and confirms pushes. */
final class ReadingPromises {
  static final String ROOT = "/api/channelManager/v1/";

  private static final String ADDRESS = "^https?://\\S+$";
  private static final String TOKENS = "'clientToken':'CHM-AT-MEWS','connectionToken':'CONN-1'";
  private static final Map<String, String> CONFIRMATIONS =
      new TreeMap<>(
          Map.of(
              "processAvailabilityConfirmation", "AVAILABILITY",
              "processRateConfirmation", "PRICES",
              "processRestrictionConfirmation", "RESTRICTIONS"));

  private ReadingPromises() {}

  static List<Promise> properties() {
    return List.of(
        promise(
            "journey step 4",
            "the property and its connection are found by e-mail",
            "getProperties",
            "{'clientToken':'CHM-AT-MEWS','email':'partner@canal-house.example'}",
            Answer.of(
                    "{'success':true,'properties':[{'id':'canal-house','name':'Canal"
                        + " House','connections':[{'token':'CONN-1'}]}]}")
                .many("$.properties", 1)
                .holding("$.properties[*].connections", 1)),
        promise(
            "rule 4.1",
            "an e-mail of nobody is refused",
            "getProperties",
            "{'clientToken':'CHM-AT-MEWS','email':'nobody@nowhere.example'}",
            Answer.refusal(Fault.code(8))),
        promise(
            "RES-1, SUP-13",
            "the channels are listed with their codes",
            "getChannels",
            "{'clientToken':'CHM-AT-MEWS'}",
            Answer.of("{'success':true,'channels':[{'code':2,'name':'Expedia'}]}")
                .many("$.channels", 1)
                .like("$.channels[*].code", "integer")));
  }

  static List<Promise> configuration() {
    return List.of(
        configuration(
            "journey step 5", "the configuration holds what is mapped", "", configured("")),
        extent(
            "rule 4.2",
            "unsynchronised rates are listed when asked for",
            "includeUnsynchronizedRates",
            configured("")
                .holding("$.ratePlans", 1)
                .with("'ratePlans':[{'code':'OLD','isSynchronized':false}]")),
        extent(
            "rule 4.2",
            "unsynchronised categories may be asked for",
            "includeUnsynchronizedCategories",
            configured("")),
        extent(
            "INV-5, RES-13",
            "products and where they are packaged are listed when asked for",
            "includeProducts",
            configured(
                    """
                    ,'products':[{'code':'BRK','name':'Breakfast','pricing':4,'unitAmount':{'currencyCode':'EUR','netValue':11.01,'grossValue':12.00,'taxValues':[{'code':'NL-R','value':0.99}]}}],
                    'productMappings':[{'ratePlanCode':'PKG','productCode':'BRK'}]\
                    """)
                .many("$.products", 1)
                .form("$.products[*].pricing", "^[1-4]$")
                .like("$.products[*].unitAmount.netValue", "number")
                .like("$.products[*].unitAmount.grossValue", "number")
                .many("$.products[*].unitAmount.taxValues", 0)
                .like("$.products[*].unitAmount.taxValues[*].value", "number")
                .holding("$.productMappings", 1)),
        extent(
            "rule 4.2",
            "companies and travel agencies are listed when asked for",
            "includeCompanies",
            configured(",'companies':[{'name':'Acme'}],'travelAgencies':[{'name':'Expedia'}]")
                .many("$.companies", 0)
                .many("$.travelAgencies", 0)),
        extent(
            "RES-1, RES-4, SUP-20",
            "age categories are listed when asked for",
            "includeAgeCategories",
            configured(",'ageCategories':[{'code':'Adult','name':'Adult'}]")
                .many("$.ageCategories", 1)),
        configuration(
            "rule 4.2",
            "all of the extent may be asked for at once",
            ",'extent':{'includeUnsynchronizedRates':true,'includeUnsynchronizedCategories':true,'includeProducts':true,'includeCompanies':true,'includeAgeCategories':true}",
            configured(
                    ",'products':[{'code':'BRK'}],'productMappings':[{'ratePlanCode':'PKG','productCode':'BRK'}],'companies':[],'travelAgencies':[],'ageCategories':[{'code':'Adult'}]")
                .many("$.products", 1)
                .many("$.productMappings", 1)
                .many("$.companies", 0)
                .many("$.travelAgencies", 0)
                .many("$.ageCategories", 1)),
        presented());
  }

  /** Optional all of them, so that a property has to be known to show them. */
  static Promise presented() {
    String image = "'images':[{'type':%d,'url':'https://canal-house.example/images/house.jpg'}]";
    return configuration(
            "journey step 5",
            "images and cancellation policies are listed where the property has them",
            "",
            Answer.of(
                    """
                    {'success':true,'connectionToken':'CONN-1','property':{%s},
                     'ratePlans':[{'code':'FLX','cancellationPolicies':[{'applicability':2,'offset':'-1DT0H0M',
                       'penalty':{'absolute':{'amount':0.00,'currencyCode':'EUR'},'relative':{'value':0.5,'nights':1}}}]}],
                     'spaceCategories':[{'code':'DBL',%s}]}\
                    """
                        .formatted(image.formatted(1), image.formatted(2)))
                .many("$.property.images", 1)
                .form("$.property.images[*].type", "^[12]$")
                .form("$.property.images[*].url", ADDRESS)
                .holdingLike("$.ratePlans", policies())
                .holdingLike(
                    "$.spaceCategories",
                    Map.of(
                        "$.images",
                        Texts.some(1),
                        "$.images[*].type",
                        Texts.regex("^2$"),
                        "$.images[*].url",
                        Texts.regex(ADDRESS))))
        .given("the property shows images and cancellation policies");
  }

  private static Map<String, ObjectNode> policies() {
    String each = "$.cancellationPolicies[*].";
    return Map.of(
        "$.cancellationPolicies",
        Texts.some(1),
        each + "applicability",
        Texts.regex("^[1-3]$"),
        each + "offset",
        Texts.regex("^-?\\d+DT\\d+H\\d+M$"),
        each + "penalty.absolute.amount",
        Texts.kind("number"),
        each + "penalty.absolute.currencyCode",
        Texts.regex("^[A-Z]{3}$"),
        each + "penalty.relative.value",
        Texts.kind("number"),
        each + "penalty.relative.nights",
        Texts.kind("number"));
  }

  static List<Promise> inventory() {
    return List.of(
        promise(
            "INV-6, SUP-3",
            "an update of everything may be requested",
            "requestAriUpdate",
            "{" + TOKENS + ",'from':'2027-03-01','to':'2027-03-14'}",
            Answer.success()),
        promise(
            "rule 4.5",
            "availability alone may be requested",
            "requestAriUpdate",
            request("[1]", "'spaceTypeCodes':['DBL']"),
            Answer.success()),
        promise(
            "rule 4.5",
            "prices alone may be requested",
            "requestAriUpdate",
            request("[2]", "'spaceTypeCodes':['DBL'],'ratePlanCodes':['FLX']"),
            Answer.success()),
        promise(
            "rule 4.5",
            "restrictions alone may be requested",
            "requestAriUpdate",
            request("[3]", "'spaceTypeCodes':['DBL'],'ratePlanCodes':['FLX']"),
            Answer.success()),
        promise(
            "rule 4.5",
            "a request that ends before it begins is a validation error",
            "requestAriUpdate",
            "{" + TOKENS + ",'from':'2027-03-14','to':'2027-03-01'}",
            Answer.refusal(6)),
        promise(
            "SUP-14, rule 4.4",
            "an unmapped rate of the inventory is refused by name",
            "setInventory",
            pairs("{'ratePlanCode':'ABC','spaceTypeCode':'DBL'}"),
            Answer.refusal(Fault.code(9).naming("rateCode", "ABC"))),
        promise(
            "SUP-14, rule 4.4",
            "an unmapped category of the inventory is refused by name",
            "setInventory",
            pairs("{'ratePlanCode':'FLX','spaceTypeCode':'XYZ'}"),
            Answer.refusal(Fault.code(10).naming("categoryCode", "XYZ"))));
  }

  /**
   * Replaces what is sold, and therefore comes last. Every pair and rate that the other pact speaks
   * of is left, so that it can be verified next.
   */
  static List<Promise> replacement() {
    return List.of(
        promise(
            "SUP-14",
            "the pairs that are sold may be replaced",
            "setInventory",
            pairs(
                "{'ratePlanCode':'FLX','spaceTypeCode':'DBL'},{'ratePlanCode':'FLX','spaceTypeCode':'BED'},"
                    + "{'ratePlanCode':'PKG','spaceTypeCode':'DBL'},{'ratePlanCode':'NRF','spaceTypeCode':'DBL'}"),
            Answer.success()));
  }

  static List<Promise> confirmations() {
    return CONFIRMATIONS.entrySet().stream()
        .flatMap(
            each ->
                List.of(
                    pushed(
                        "SUP-4",
                        "a push is confirmed by " + each.getKey(),
                        each.getKey(),
                        each.getValue(),
                        confirmation("'success':true")),
                    pushed(
                        "SUP-4, ERR-1",
                        "a failure is reported by " + each.getKey(),
                        each.getKey(),
                        each.getValue(),
                        confirmation(
                            "'success':false,'errors':[{'code':1,'message':'In maintenance; send"
                                + " the update again later.'}]")),
                    promise(
                        "SUP-4, rule 7.2",
                        "a message that was never sent is refused by " + each.getKey(),
                        each.getKey(),
                        confirmation("'success':true"),
                        Answer.refusal(Fault.codes("2|6", 6))))
                    .stream())
        .toList();
  }

  static List<Promise> outcomes() {
    return List.of(
        reported(
                "SUP-17",
                "the code of a booking of the property is taken",
                "processGroupConfirmation",
                confirmation(
                    "'success':true,'code':'CM-2001','reservations':[{'code':'01','confirmationNumber':'100400'}]"))
            .with("$.reservations[0].confirmationNumber", "${confirmationNumber}"),
        reported(
            "SUP-17",
            "an error about a booking of the property is taken",
            "processGroupConfirmation",
            confirmation(
                "'success':false,'errors':[{'code':7,'message':'The rate needs a card; give"
                    + " one.'}]")),
        promise(
            "SUP-17, rule 7.2",
            "the code of a booking that was never sent is refused",
            "processGroupConfirmation",
            confirmation(
                "'success':true,'code':'CM-2001','reservations':[{'code':'01','confirmationNumber':'100400'}]"),
            Answer.refusal(Fault.codes("2|6", 6))),
        reported(
                "SUP-16",
                "the code of a block of the property is taken",
                "processAvailabilityBlockConfirmation",
                confirmation("'success':true,'code':'BLK-9','confirmationNumber':'71'"))
            .with("$.confirmationNumber", "${confirmationNumber}")
            .with("$.code", "BLK-${confirmationNumber}"),
        reported(
            "SUP-16",
            "an error about a block of the property is taken",
            "processAvailabilityBlockConfirmation",
            confirmation(
                "'success':false,'errors':[{'code':7,'message':'The dates are not sold; choose"
                    + " others.'}]")),
        promise(
            "SUP-16, rule 7.2",
            "the code of a block that was never sent is refused",
            "processAvailabilityBlockConfirmation",
            confirmation("'success':true,'code':'BLK-9','confirmationNumber':'71'"),
            Answer.refusal(Fault.codes("2|6", 6))));
  }

  private static Promise pushed(
      String rows, String description, String operation, String kind, String body) {
    return promise(rows, description, operation, body, Answer.success())
        .given("a push was sent", "kind", kind)
        .with("$.relatedMessageId", "${messageId}");
  }

  static Promise reported(String rows, String description, String operation, String body) {
    String what = operation.startsWith("processGroup") ? "booking" : "block";
    return promise(rows, description, operation, body, Answer.success())
        .given(
            "a " + what + " of the property was sent",
            "spaceTypeCode",
            "TWN",
            "ratePlanCode",
            "FLX")
        .with("$.relatedMessageId", "${messageId}");
  }

  static Promise promise(
      String rows, String description, String operation, String body, Answer answer) {
    return Promise.of(rows, description, ROOT + operation, body, answer);
  }

  private static Promise extent(String rows, String description, String flag, Answer answer) {
    return configuration(rows, description, ",'extent':{'" + flag + "':true}", answer);
  }

  private static Promise configuration(
      String rows, String description, String extent, Answer answer) {
    return promise(rows, description, "getConfiguration", "{" + TOKENS + extent + "}", answer);
  }

  private static String request(String types, String filters) {
    return "{"
        + TOKENS
        + ",'from':'2027-03-01','to':'2027-03-14','ariType':"
        + types
        + ","
        + filters
        + "}";
  }

  private static String pairs(String pairs) {
    return "{" + TOKENS + ",'inventoryMappings':[" + pairs + "]}";
  }

  static String confirmation(String content) {
    return "{" + TOKENS + ",'relatedMessageId':'3f0c2a52-0001'," + content + "}";
  }

  private static Answer configured(String more) {
    return Answer.of(
            """
            {'success':true,'connectionToken':'CONN-1',
             'property':{'name':'Canal House','languageCode':'en-GB','timeZoneIdentifier':'Europe/Amsterdam','spaceCount':47,'pricingMode':0},
             'ratePlans':[{'code':'FLX','name':'Flexible','currencyCode':'EUR','isSynchronized':true,'rateType':1}],
             'spaceCategories':[{'code':'DBL','name':'Double','isSynchronized':true,'classification':4,'spaceCount':12}],
             'inventoryMappings':[{'ratePlanCode':'FLX','spaceTypeCode':'DBL'}]%s}\
            """
                .formatted(more))
        .like("$.property", "type")
        .form("$.property.pricingMode", "^[01]$")
        .like("$.property.spaceCount", "integer")
        .many("$.ratePlans", 1)
        .form("$.ratePlans[*].currencyCode", "^[A-Z]{3}$")
        .form("$.ratePlans[*].rateType", "^[01]$")
        .many("$.spaceCategories", 1)
        .like("$.spaceCategories[*].classification", "integer")
        .like("$.spaceCategories[*].spaceCount", "integer")
        .many("$.inventoryMappings", 1);
  }
}
