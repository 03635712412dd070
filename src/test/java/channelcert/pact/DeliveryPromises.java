package channelcert.pact;

import static channelcert.pact.Promise.NOTHING;

import channelcert.pact.Answer.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mews confirms bookings, gives notice of changes, and delivers groups and blocks of its own. */
final class DeliveryPromises {
  private static final String CONFIRM = "/confirmGroup";
  private static final String NOTICE = "/changeNotificaton";
  private static final String GROUP = "/processGroup";
  private static final String BLOCK = "/processAvailabilityBlock";
  private static final String BLOCK_RESULT = "/processAvailabilityBlockConfirmation";
  private static final String URL = "${mewsUrl}/api/channelManager/v1/";
  private static final String SENT = "a booking was sent";
  private static final String BLOCK_SENT = "a block was sent";

  private DeliveryPromises() {}

  static List<Promise> confirmations() {
    List<Promise> all = new ArrayList<>();
    all.add(
        known(
            "RES-1, RES-4, RES-13",
            "the number of a booking is accepted",
            confirmation("CM-1001", "01"),
            "01"));
    all.add(
        known(
            "RES-2, RES-3, RES-5, RES-6",
            "the same number after a change or a cancellation is accepted",
            confirmation("CM-1001", "01").replace("grp-0001", "grp-0002"),
            "01"));
    all.add(
        known(
            "RES-7, RES-8, RES-9, RES-10, RES-11, RES-12",
            "the numbers of a booking with three reservations are accepted",
            confirmation("CM-1002", "01", "02", "03"),
            "01",
            "02",
            "03"));
    Map<String, String> errors = new TreeMap<>();
    errors.put(
        "ERR-6, SUP-12, rule 7.5, rule 7.6",
        "'code':7,'message':'Reservation 01: departure 2027-03-01 is not after arrival"
            + " 2027-03-03.'");
    errors.put(
        "rule 6.1, code 1",
        "'code':1,'message':'Mews could not process the booking; send it again later.'");
    errors.put(
        "rule 6.1, code 2, rule 7.4",
        "'code':2,'message':'There is no booking CM-1001 that could be cancelled.'");
    errors.put(
        "rule 6.1, code 6", "'code':6,'message':'Reservation 01: the date of arrival is missing.'");
    errors.put(
        "rule 6.1, code 9, rule 6.2",
        "'code':9,'message':'Reservation 01: rate ABC is not mapped.','rateCode':'ABC'");
    errors.put(
        "rule 6.1, code 10, rule 6.2",
        "'code':10,'message':'Reservation 01: category XYZ is not mapped.','categoryCode':'XYZ'");
    errors.forEach(
        (rows, error) ->
            all.add(
                known(
                    rows,
                    "an error about a booking is accepted, "
                        + error.replaceAll("'code':(\\d+),.*", "code $1"),
                    confirm("CM-1001", "'error':{" + error + "}"),
                    "01")));
    all.add(
        Promise.of(
            "ERR-2",
            "a number for an unknown booking is refused, naming the number",
            CONFIRM,
            confirmation("CM-9999", "01"),
            Answer.refusal(Fault.code(2).saying("100231"))));
    all.add(
        Promise.of(
                "rule 6.2",
                "a confirmation that names no booking is a validation error",
                CONFIRM,
                confirmation("CM-1001", "01"),
                Answer.refusal(6))
            .changed("channelManagerId", NOTHING));
    all.add(
        Promise.of(
                "ERR-1",
                "a confirmation during maintenance is a system error",
                CONFIRM,
                confirmation("CM-1001", "01"),
                Answer.refusal(1))
            .given("the channel manager is in maintenance"));
    return all;
  }

  static List<Promise> notifications() {
    List<Promise> all = new ArrayList<>();
    List<String> types =
        List.of(
            "a connection was made",
            "mappings changed",
            "a connection was enabled",
            "a connection was disabled",
            "a connection was deleted");
    for (int type = 0; type < types.size(); type++) {
      all.add(
          Promise.of(
                  "SUP-9",
                  "notice that " + types.get(type) + " is accepted",
                  NOTICE,
                  notice(type),
                  Answer.success())
              .given("the connection may be switched by notice"));
    }
    all.add(
        Promise.of(
            "rule 6.2",
            "notice of an unknown kind is a validation error",
            NOTICE,
            notice(17),
            Answer.refusal(6)));
    return all;
  }

  static List<Promise> groups() {
    return List.of(
        group("a booking of the property is accepted", group("77aa", "null", "100400")),
        group(
            "a changed booking of the property is accepted",
            group("77aa", "'CM-2001'", "100400")
                .replace("'state':1", "'state':2")
                .replace("130.00", "140.00")
                .replace("250.00", "260.00")),
        group(
            "a partial cancellation is accepted",
            group("77aa", "null", "100401")
                .replace(
                    "'reservations':[",
                    "'reservations':[{'confirmationNumber':'100402','state':3,'timeState':4},")),
        group(
                "the cancellation of a booking that was sent is accepted",
                message("'channelId':'EXP-998877','channelManagerId':'CM-1001','reservations':[]"))
            .given(SENT, booked("01")),
        refusedGroup(
            "SUP-17, rule 6.2",
            "a booking of an unmapped category is refused by name",
            group("77aa", "null", "100403").replace("'DBL'", "'XYZ'"),
            Fault.code(10).naming("categoryCode", "XYZ")),
        refusedGroup(
            "SUP-17, rule 6.2",
            "a booking of an unmapped rate is refused by name",
            group("77aa", "null", "100404").replace("'FLX'", "'ABC'"),
            Fault.code(9).naming("rateCode", "ABC")),
        refusedGroup(
            "SUP-17, rule 6.2",
            "a booking without a date of arrival is a validation error",
            group("77aa", "null", "100405").replace("'from':'2027-04-01',", ""),
            Fault.code(6)),
        refusedGroup(
                "SUP-17, rule 6.2",
                "a booking for a connection that is off is refused",
                group("77aa", "null", "100406"),
                Fault.codes("3|8", 3))
            .given("the connection is switched off"));
  }

  static List<Promise> blocks() {
    return List.of(
        block("a new block is accepted", block("Create", "71", "null")),
        block(
            "a changed block is accepted",
            block("Update", "71", "null").replace("'count':5", "'count':4")),
        block(
                "the cancellation of a block that was sent is accepted",
                block("Cancel", "71", "'WED-33'"))
            .given(BLOCK_SENT, held()),
        refusedBlock(
            "a block of an unmapped category is refused by name",
            block("Create", "72", "null").replace("'DBL'", "'XYZ'"),
            Fault.code(10).naming("categoryCode", "XYZ")),
        refusedBlock(
            "a block without a name is a validation error",
            block("Create", "73", "null").replace("'name':'Dance festival',", ""),
            Fault.code(6)),
        refusedBlock(
                "a block for a connection that is off is refused",
                block("Create", "74", "null"),
                Fault.codes("3|8", 3))
            .given("the connection is switched off"),
        ofSentBlock("the number of a block that was sent is taken", blockResult()),
        ofSentBlock("an error about a block that was sent is taken", failed(blockResult())),
        Promise.of(
            "SUP-16",
            "the result of a block that was never sent is refused",
            BLOCK_RESULT,
            blockResult(),
            Answer.refusal(Fault.codes("2|6", 6))),
        Promise.of(
            "SUP-16",
            "an error about a block that was never sent is refused",
            BLOCK_RESULT,
            failed(blockResult()),
            Answer.refusal(Fault.codes("2|6", 6))),
        Promise.of(
                "SUP-16, rule 6.2",
                "the result of a block without its code is a validation error",
                BLOCK_RESULT,
                blockResult(),
                Answer.refusal(6))
            .changed("code", NOTHING));
  }

  /** Whoever does not present the right token is turned away everywhere. */
  static List<Promise> strangers() {
    Map<String, String> bodies = new TreeMap<>(PushPromises.bodies());
    bodies.put(CONFIRM, confirmation("CM-1001", "01"));
    bodies.put(NOTICE, notice(1));
    bodies.put(GROUP, group("77aa", "null", "100400"));
    bodies.put(BLOCK, block("Create", "71", "null"));
    bodies.put(BLOCK_RESULT, blockResult());
    List<Promise> all = new ArrayList<>();
    bodies.forEach(
        (path, body) -> {
          all.add(
              Promise.of(
                      "SUP-1",
                      "an unknown client token is refused at " + path.substring(1),
                      path,
                      body,
                      Answer.refusal(8))
                  .changed("clientToken", "NOBODY"));
          all.add(
              Promise.of(
                      "SUP-1, rule 6.2",
                      "an unknown connection is refused at " + path.substring(1),
                      path,
                      body,
                      Answer.refusal(Fault.codes("3|8", 8)))
                  .changed("connectionToken", "CONN-9"));
        });
    return all;
  }

  private static Object[] booked(String... codes) {
    return new Object[] {
      "channelManagerId",
      codes.length > 1 ? "CM-1002" : "CM-1001",
      "codes",
      List.of(codes),
      "ratePlanCode",
      "FLX",
      "spaceTypeCode",
      "DBL"
    };
  }

  private static Object[] held() {
    return new Object[] {"code", "WED-33", "ratePlanCode", "FLX", "spaceTypeCode", "DBL"};
  }

  /** The state tells by which message the block was sent; its result names that message. */
  private static Promise ofSentBlock(String description, String body) {
    return Promise.of("SUP-16", description, BLOCK_RESULT, body, Answer.success())
        .given(BLOCK_SENT, held())
        .with("$.messageId", "${messageId}")
        .with("$.relatedMessageId", "${messageId}");
  }

  /** A block that is released as a whole on a day, without a strategy. */
  static Promise blockReleasedOn(String rows, String description, String day) {
    String body =
        block("Create", "75", "null")
            .replaceAll("'releaseStrategy':\\{[^}]*},", "")
            .replaceFirst(
                "'end':'2027-05-17'}", "'end':'2027-05-17','releasedDate':'" + day + "'}");
    return block(description, body).inRows(rows);
  }

  /** An error about a booking that was sent, in a field of its own. */
  static Promise error(String rows, String description, String field, int code) {
    String error =
        "{'code':%d,'message':'Reservation 01 cannot be processed; look it up.'}".formatted(code);
    String content = field.equals("errors") ? "[" + error + "]" : error;
    return known(rows, description, confirm("CM-1001", "'" + field + "':" + content), "01");
  }

  private static Promise known(String rows, String description, String body, String... codes) {
    return Promise.of(rows, description, CONFIRM, body, Answer.success())
        .given(SENT, booked(codes));
  }

  private static Promise group(String description, String body) {
    return Promise.of("SUP-17", description, GROUP, body, Answer.success())
        .with("$.responseUrl", URL + "processGroupConfirmation");
  }

  private static Promise refusedGroup(String rows, String description, String body, Fault fault) {
    return Promise.of(rows, description, GROUP, body, Answer.refusal(fault))
        .with("$.responseUrl", URL + "processGroupConfirmation");
  }

  private static Promise block(String description, String body) {
    return Promise.of("SUP-16", description, BLOCK, body, Answer.success())
        .with("$.responseUrl", URL + "processAvailabilityBlockConfirmation");
  }

  private static Promise refusedBlock(String description, String body, Fault fault) {
    return Promise.of("SUP-16, rule 6.2", description, BLOCK, body, Answer.refusal(fault))
        .with("$.responseUrl", URL + "processAvailabilityBlockConfirmation");
  }

  private static String confirm(String booking, String content) {
    return "{'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','relatedMessageId':'grp-0001',"
        + "'channelManagerId':'"
        + booking
        + "',"
        + content
        + "}";
  }

  private static String confirmation(String booking, String... codes) {
    List<String> pairs = new ArrayList<>();
    for (String code : codes) {
      pairs.add("{'code':'" + code + "','confirmationNumber':'10023" + code.substring(1) + "'}");
    }
    return confirm(booking, "'reservations':[" + String.join(",", pairs) + "]");
  }

  private static String notice(int type) {
    return "{'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','type':" + type + "}";
  }

  private static String message(String content) {
    return "{'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','messageId':'77aa-01',"
               + "'responseUrl':'https://api.mews-demo.com/api/channelManager/v1/processGroupConfirmation',"
        + content
        + "}";
  }

  private static String group(String message, String booking, String number) {
    return message(
            """
            'channelManagerId':%s,'currencyCode':'EUR','totalAmount':{'gross':250.00,'net':229.36},
            'customer':{'firstName':'Ella','lastName':'Smit','loyaltyInfo':{'membershipId':'L-5501','programCode':'CLUB','tierCode':'Gold'}},
            'booker':{'firstName':'Finn','lastName':'Smit'},
            'sources':[{'code':924,'name':'WEB','type':5,'isPrimary':true}],
            'reservations':[{'confirmationNumber':'%s','spaceTypeCode':'DBL','ratePlanCode':'FLX','from':'2027-04-01','to':'2027-04-03','state':1,'timeState':1,
              'guestCounts':[{'code':'Adult','count':2}],'amounts':[{'gross':120.00,'net':110.09},{'gross':130.00,'net':119.27}],
              'totalAmount':{'gross':250.00,'net':229.36},
              'paymentCardData':{'type':1,'obfuscatedNumber':'41111*******1111','expireDate':'1022','identifier':'5b1c7c1e-0000-4000-8000-000000000001','holderName':'E Smit'}}]\
            """
                .formatted(booking, number))
        .replace("77aa-01", message + "-01");
  }

  private static String block(String status, String number, String code) {
    return """
    {'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','messageId':'88bb-01',
     'responseUrl':'https://api.mews-demo.com/api/channelManager/v1/processAvailabilityBlockConfirmation',
     'availabilityBlock':{'code':%s,'confirmationNumber':'%s','status':'%s','name':'Dance festival',
      'dates':{'start':'2027-05-14','end':'2027-05-17'},'releaseStrategy':{'type':'Rolling','offset':'P3D'},
      'spaceCategories':[{'start':'2027-05-14','end':'2027-05-17','spaceTypeCode':'DBL',
       'allocatedSpaces':[{'start':'2027-05-14','end':'2027-05-17','count':5}],
       'occupiedSpaces':[{'start':'2027-05-14','end':'2027-05-15','count':1},{'start':'2027-05-15','end':'2027-05-17','count':0}],
       'rates':[{'start':'2027-05-14','end':'2027-05-17','currencyCode':'EUR','prices':[{'grossAmount':100.00,'netAmount':91.74,'currencyCode':'EUR','guestCount':1}]}]}],
      'booker':{'firstName':'Gijs','lastName':'Mulder'},'company':null,'notes':null,'pickupType':'IndividualGroups'}}\
    """
        .formatted(code, number, status);
  }

  private static String blockResult() {
    return "{'clientToken':'MEWS-AT-CHM','connectionToken':'CONN-1','messageId':'blk-0007','relatedMessageId':'blk-0007',"
               + "'code':'WED-33','confirmationNumber':'72','success':true,'errors':null}";
  }

  private static String failed(String blockResult) {
    return blockResult.replace(
        "'success':true,'errors':null",
        "'success':false,'errors':[{'code':7,'message':'The dates are not for sale.'}]");
  }
}
