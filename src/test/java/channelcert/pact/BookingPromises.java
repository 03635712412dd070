package channelcert.pact;

import static channelcert.pact.Promise.NOTHING;

import channelcert.contract.mews.client.AvailabilityBlockClient;
import channelcert.contract.mews.client.ReservationClient;
import channelcert.pact.Answer.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A channel manager sends groups and blocks; what becomes of them is confirmed afterwards. */
final class BookingPromises {
  private static final String GROUP = ReservationClient.PROCESS_GROUP.path();
  private static final String BLOCK = AvailabilityBlockClient.PROCESS_AVAILABILITY_BLOCK.path();

  private BookingPromises() {}

  static List<Promise> groups() {
    List<Promise> all = new ArrayList<>();
    for (String side : List.of("gross", "net")) {
      boolean gross = side.equals("gross");
      String booking = gross ? "CM-1001" : "CM-1002";
      String multi = gross ? "CM-1003" : "CM-1004";
      all.add(
          group(
              gross ? "RES-1" : "RES-4",
              "a booking with " + side + " amounts is accepted",
              booking(booking, side, "")));
      all.add(
          group(
              gross ? "RES-2" : "RES-5",
              "its change, defined anew and completely, is accepted, " + side,
              booking(booking, side, "")
                  .replace("'state':1", "'state':2")
                  .replace("130.00", "140.00")
                  .replace("250.00", "260.00")));
      all.add(
          group(
              gross ? "RES-3" : "RES-6",
              "its cancellation is accepted, " + side,
              cancelled(booking)));
      all.add(
          group(
              gross ? "RES-7" : "RES-10",
              "three reservations in one message are accepted, " + side,
              multi(multi, side)));
      all.add(
          group(
              gross ? "RES-8" : "RES-11",
              "a change of two of the three, the third repeated, is accepted, " + side,
              changed(multi, side)));
      all.add(
          group(
              gross ? "RES-9" : "RES-12",
              "the cancellation of all three is accepted, " + side,
              cancelled(multi)));
      all.add(
          group(
              "RES-13",
              "a booking with a product is accepted, " + side,
              booking(
                      "CM-1005",
                      side,
                      ",'extras':[{'code':'BRK','count':3,'pricing':4,'amount':{'"
                          + side
                          + "':36.00},'from':'2027-03-02','to':'2027-03-03'}]")
                  .replace("250.00", "286.00")));
    }
    return all;
  }

  static List<Promise> variants() {
    return List.of(
        group(
            "SUP-10",
            "a partial cancellation by state is accepted",
            multi("CM-1003", "gross")
                .replace(first("gross"), "{'code':'01','state':3}")
                .replace("720.00", "555.00")),
        group(
            "SUP-10",
            "a partial cancellation by leaving out is accepted",
            multi("CM-1003", "gross")
                .replace(first("gross") + ",", "")
                .replace("720.00", "555.00")),
        group(
            "rule 7.4",
            "a cancellation of all by state is accepted",
            message(
                "CM-1003",
                ",'reservations':[{'code':'01','state':3},{'code':'02','state':3},{'code':'03','state':3}]")),
        group(
            "SUP-11",
            "a total that differs from the sum is accepted",
            booking("CM-1006", "gross", "")
                .replaceFirst(
                    "'totalAmount':\\{'gross':250.00\\}", "'totalAmount':{'gross':255.00}")),
        group(
            "SUP-12",
            "a negative extra is accepted",
            booking(
                    "CM-1007",
                    "gross",
                    ",'extras':[{'code':'BRK','count':1,'pricing':1,'amount':{'gross':-10.00}}]")
                .replace("250.00", "240.00")),
        group(
            "SUP-13",
            "a channel that has no code yet is accepted",
            booking("CM-1008", "gross", "")
                .replace("'code':2,'name':'Expedia'", "'code':null,'name':'Fresh Trips'")),
        group(
            "rule 4.9",
            "a booker, a company and a travel agency are accepted",
            booking("CM-1009", "gross", "")
                .replace(
                    "'paymentType'",
                    "'booker':{'firstName':'Bram','lastName':'Visser'},'company':{'name':'Acme'},'travelAgency':{'name':'Far"
                        + " and Away','iata':'11111111'},'paymentType'")));
  }

  /** What breaks a business rule is told at once or by Confirm booking, never by silence. */
  static List<Promise> processingErrors() {
    String good = booking("CM-1010", "gross", "");
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put(
        "ERR-6: a departure before the arrival",
        good.replace("'to':'2027-03-03'", "'to':'2027-02-27'"));
    broken.put("SUP-12: a negative night", good.replace("{'gross':120.00}", "{'gross':-120.00}"));
    broken.put("rule 7.5: fewer amounts than nights", good.replace("{'gross':120.00},", ""));
    broken.put("rule 7.5: gross beside net", good.replace("{'gross':120.00}", "{'net':120.00}"));
    broken.put(
        "rule 7.5: an extra of no day",
        booking(
            "CM-1010",
            "gross",
            ",'extras':[{'code':'BRK','count':1,'pricing':1,'amount':{'gross':12.00},'from':'2027-03-02','to':'2027-03-02'}]"));
    broken.put(
        "rule 7.6: a reservation code that is not allowed",
        good.replace("'code':'01'", "'code':'_'"));
    broken.put(
        "rule 7.6: two reservations with one code",
        multi("CM-1010", "gross").replace("'code':'02'", "'code':'01'"));
    broken.put(
        "rule 7.6: more guests than persons",
        good.replace("'count':2},{'code':'Child','count':1}", "'count':1}")
            .replace("'guests':[", "'guests':[{'lastName':'One'},"));
    broken.put("rule 7.6: a currency that is not accepted", good.replace("'EUR'", "'JPY'"));
    broken.put(
        "rule 7.6: a block that nobody knows",
        good.replace("'currencyCode'", "'availabilityBlockCode':'NONE','currencyCode'"));
    broken.put("rule 6.2: an unmapped category", good.replace("'DBL'", "'XYZ'"));
    broken.put("rule 6.2: an unmapped rate", good.replace("'FLX'", "'ABC'"));
    broken.put("rule 7.4: a cancellation of a booking that nobody knows", cancelled("CM-9999"));
    List<Promise> all = new ArrayList<>();
    broken.forEach(
        (name, body) ->
            all.add(
                Promise.of(
                    name.substring(0, name.indexOf(':')),
                    name.substring(name.indexOf(':') + 2)
                        + " is answered, now or by Confirm booking",
                    GROUP,
                    body,
                    Answer.nowOrLater())));
    return all;
  }

  static List<Promise> blocks() {
    return List.of(
        blockAccepted(
            "a new block with a release day is accepted",
            block("Created", "{'type':'Fixed','fixedDate':'2027-05-01'}")),
        blockAccepted(
            "a changed block that is released night by night is accepted",
            block("Updated", "{'type':'Rolling','offset':'P3D'}")
                .replace("\'status\'", "\'confirmationNumber\':\'72\',\'status\'")),
        blockAccepted(
            "a cancelled block is accepted",
            block("Canceled", "{'type':'Fixed','fixedDate':'2027-05-01'}")
                .replace("\'status\'", "\'confirmationNumber\':\'72\',\'status\'")));
  }

  static List<Promise> refused() {
    String group = booking("CM-1011", "gross", "");
    String block = block("Created", "{'type':'Fixed','fixedDate':'2027-05-01'}");
    return List.of(
        refused("rule 6.2", "a group without its identifier is a validation error", GROUP, group, 6)
            .changed("channelManagerId", NOTHING),
        refused(
            "rule 6.2",
            "a group with a date that is none is a validation error",
            GROUP,
            group.replace("2027-03-03", "2027-02-30"),
            6),
        refused(
            "rule 6.2",
            "a group with an unknown state is a validation error",
            GROUP,
            group.replace("'state':1", "'state':9"),
            6),
        refused("rule 6.2", "a block without its definition is a validation error", BLOCK, block, 6)
            .changed("availabilityBlock", NOTHING),
        refused(
                "rule 6.1, code 9",
                "a group is refused while bookings are not taken",
                GROUP,
                group,
                9)
            .given("bookings are not taken"),
        refused(
                "rule 6.1, code 1",
                "a group is refused while Mews is out of order",
                GROUP,
                group,
                1)
            .given("an operation is out of order", "operation", "processGroup"),
        refused(
                "rule 6.1, code 1",
                "a block is refused while Mews is out of order",
                BLOCK,
                block,
                1)
            .given("an operation is out of order", "operation", "processAvailabilityBlock"),
        refused(
                "rule 6.1, code 1",
                "a request for an update is refused while Mews is out of order",
                ReadingPromises.ROOT + "requestAriUpdate",
                range(),
                1)
            .given("an operation is out of order", "operation", "requestAriUpdate"),
        refused("rule 6.1, code 3", "a group for a disabled connection is refused", GROUP, group, 3)
            .given("the connection is disabled"),
        refused("rule 6.1, code 3", "a block for a disabled connection is refused", BLOCK, block, 3)
            .given("the connection is disabled"),
        refused(
                "rule 6.1, code 3",
                "a request for an update of a disabled connection is refused",
                ReadingPromises.ROOT + "requestAriUpdate",
                range(),
                3)
            .given("the connection is disabled"));
  }

  /** Whoever does not present the right token is turned away everywhere. */
  static List<Promise> strangers() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put(
        ReadingPromises.ROOT + "getProperties",
        "{'clientToken':'x','email':'partner@canal-house.example'}");
    bodies.put(ReadingPromises.ROOT + "getChannels", "{'clientToken':'x'}");
    bodies.put(
        ReadingPromises.ROOT + "getConfiguration",
        "{'clientToken':'x','connectionToken':'CONN-1'}");
    bodies.put(
        ReadingPromises.ROOT + "setInventory",
        "{'clientToken':'x','connectionToken':'CONN-1','inventoryMappings':[{'ratePlanCode':'FLX','spaceTypeCode':'DBL'}]}");
    bodies.put(ReadingPromises.ROOT + "requestAriUpdate", range());
    for (String operation :
        List.of(
            "processAvailabilityConfirmation",
            "processRateConfirmation",
            "processRestrictionConfirmation")) {
      bodies.put(ReadingPromises.ROOT + operation, ReadingPromises.confirmation("'success':true"));
    }
    bodies.put(
        ReadingPromises.ROOT + "processGroupConfirmation",
        ReadingPromises.confirmation("'success':true,'code':'CM-2001','reservations':[]"));
    bodies.put(
        ReadingPromises.ROOT + "processAvailabilityBlockConfirmation",
        ReadingPromises.confirmation("'success':true,'code':'BLK-9','confirmationNumber':'71'"));
    bodies.put(GROUP, booking("CM-1011", "gross", ""));
    bodies.put(BLOCK, block("Created", "{'type':'Fixed','fixedDate':'2027-05-01'}"));
    List<Promise> all = new ArrayList<>();
    bodies.forEach(
        (path, body) -> {
          String name =
              path.equals(GROUP)
                  ? "processGroup"
                  : path.equals(BLOCK)
                      ? "processAvailabilityBlock"
                      : path.substring(ReadingPromises.ROOT.length());
          all.add(
              refused("rule 6.2", "an unknown client token is refused at " + name, path, body, 8)
                  .changed("clientToken", "NOBODY"));
          if (body.contains("connectionToken")) {
            all.add(
                Promise.of(
                        "rule 6.2",
                        "an unknown connection is refused at " + name,
                        path,
                        body,
                        Answer.refusal(Fault.codes("3|8", 8)))
                    .changed("connectionToken", "CONN-9"));
          }
        });
    return all;
  }

  private static String range() {
    return "{'clientToken':'CHM-AT-MEWS','connectionToken':'CONN-1','from':'2027-03-01','to':'2027-03-14'}";
  }

  static Promise group(String rows, String description, String body) {
    return Promise.of(rows, description, GROUP, body, Answer.success());
  }

  static Promise blockAccepted(String description, String body) {
    return Promise.of("SUP-16", description, BLOCK, body, Answer.success());
  }

  private static Promise refused(
      String rows, String description, String path, String body, int code) {
    return Promise.of(rows, description, path, body, Answer.refusal(code));
  }

  private static String message(String booking, String content) {
    return "{'clientToken':'CHM-AT-MEWS','connectionToken':'CONN-1','messageId':'grp-0001','channelId':'EXP-998877','channelManagerId':'"
        + booking
        + "'"
        + content
        + "}";
  }

  private static String cancelled(String booking) {
    return message(booking, ",'reservations':[]");
  }

  private static String header(String side, String total) {
    return """
    ,'currencyCode':'EUR','totalAmount':{'%s':%s},'paymentType':2,
    'customer':{'firstName':'Ada','lastName':'Visser','email':'ada@example.com'},
    'paymentCard':{'type':1,'number':'4111111111111111','expireDate':'1022','cvv':'123','holderName':'A Visser'},
    'sources':[{'code':2,'name':'Expedia','type':0,'isPrimary':true}],'reservations':[\
    """
        .formatted(side, total);
  }

  static String booking(String booking, String side, String more) {
    return message(
        booking,
        header(side, "250.00")
            + """
            {'code':'01','spaceTypeCode':'DBL','ratePlanCode':'FLX','from':'2027-03-01','to':'2027-03-03','state':1,
             'guestCounts':[{'code':'Adult','count':2},{'code':'Child','count':1}],
             'amounts':[{'%1$s':120.00},{'%1$s':130.00}],'totalAmount':{'%1$s':250.00},
             'guests':[{'firstName':'Cas','lastName':'Visser'}]%2$s}]\
            """
                .formatted(side, more));
  }

  private static String multi(String booking, String side) {
    return message(
        booking,
        header(side, "720.00")
            + first(side)
            + ","
            + reservation(
                side,
                "02",
                "DBL",
                "FLX",
                "2027-03-01",
                "2027-03-04",
                "355.00",
                "110.00",
                "120.00",
                "125.00")
            + ","
            + third(side)
            + "]");
  }

  /** 01 is gone, 02 stays a night longer, 03 is as it was. */
  private static String changed(String booking, String side) {
    return message(
        booking,
        header(side, "685.00")
            + reservation(
                    side,
                    "02",
                    "DBL",
                    "FLX",
                    "2027-03-01",
                    "2027-03-05",
                    "485.00",
                    "110.00",
                    "120.00",
                    "125.00",
                    "130.00")
                .replace("'state':1", "'state':2")
            + ","
            + third(side)
            + "]");
  }

  private static String first(String side) {
    return reservation(
        side, "01", "SGL", "FLX", "2027-03-01", "2027-03-03", "165.00", "80.00", "85.00");
  }

  private static String third(String side) {
    return reservation(
        side, "03", "TWN", "NRF", "2027-03-02", "2027-03-04", "200.00", "95.00", "105.00");
  }

  private static String reservation(
      String side,
      String code,
      String category,
      String rate,
      String from,
      String to,
      String total,
      String... nights) {
    List<String> amounts = new ArrayList<>();
    for (String night : nights) {
      amounts.add("{'" + side + "':" + night + "}");
    }
    return ("{'code':'%s','spaceTypeCode':'%s','ratePlanCode':'%s','from':'%s','to':'%s','state':1,"
            + "'guestCounts':[{'code':'Adult','count':1}],'amounts':[%s],'totalAmount':{'%s':%s}}")
        .formatted(code, category, rate, from, to, String.join(",", amounts), side, total);
  }

  static String block(String status, String release) {
    return """
    {'clientToken':'CHM-AT-MEWS','connectionToken':'CONN-1','messageId':'blk-0007','availabilityBlock':{
     'code':'WED-33','status':'%s','name':'Jansen wedding','dates':{'start':'2027-05-14','end':'2027-05-17'},
     'releaseStrategy':%s,'originalRateCode':'FLX',
     'spaceCategories':[{'spaceTypeCode':'DBL','allocatedSpaces':[{'start':'2027-05-14','end':'2027-05-15','count':2},{'start':'2027-05-15','end':'2027-05-17','count':5}],
      'rates':[{'start':'2027-05-14','end':'2027-05-17','prices':[{'grossAmount':100.00,'netAmount':91.74,'currencyCode':'EUR','guestCount':1}],
       'occupancyAdjustments':[{'ageCategoryCode':'Child','value':5.00}]}]}],
     'booker':{'firstName':'Noor','lastName':'Jansen','email':'noor@example.com'},'notes':'Ground floor','pickupType':'AllInOneGroup'}}\
    """
        .formatted(status, release);
  }
}
