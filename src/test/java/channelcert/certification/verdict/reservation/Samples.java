package channelcert.certification.verdict.reservation;

/**
 * Messages of the domain reference, 13.8, and messages with the vectors of 13.2 and 13.3. Card
 * numbers are masked as evidence masks them.
 */
final class Samples {
  /** RES-1 with a product, as in 13.8. */
  static final String CREATE =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0001",
       "channelId":"EXP-998877","channelManagerId":"CM-1001",
       "currencyCode":"EUR","totalAmount":{"gross":286.00},"paymentType":2,
       "customer":{"firstName":"Ada","lastName":"Visser","email":"ada@example.com"},
       "booker":{"firstName":"Bram","lastName":"Visser","email":"bram@example.com"},
       "paymentCard":{"type":1,"number":"411111******1111","expireDate":"1022"},
       "sources":[{"code":2,"name":"Expedia","type":0,"isPrimary":true}],
       "comments":["Late arrival"],
       "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX",
         "from":"2027-03-01","to":"2027-03-03","state":1,
         "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],
         "amounts":[{"gross":120.00},{"gross":130.00}],
         "extras":[{"code":"BRK","count":3,"pricing":4,"amount":{"gross":36.00},
           "from":"2027-03-02","to":"2027-03-03"}],
         "totalAmount":{"gross":286.00},
         "guests":[{"firstName":"Cas","lastName":"Visser"}]}]}
      """;

  static final String CREATE_CONFIRMED =
      """
      {"clientToken":"***","connectionToken":"CONN-1","relatedMessageId":"grp-0001",
       "channelManagerId":"CM-1001","reservations":[{"code":"01","confirmationNumber":"100234"}]}
      """;

  static final String CREATE_STORED =
      """
      {"groups":[{"channelManagerId":"CM-1001","state":"ACTIVE","currencyCode":"EUR",
        "totalGross":286.00,"totalNet":262.39,
        "reservations":[{"code":"01","confirmationNumber":"100234","state":"ACTIVE",
          "spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-03",
          "nightsGross":[120.00,130.00],"nightsNet":[110.09,119.27],
          "totalGross":286.00,"totalNet":262.39,
          "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],"guests":1,
          "extras":[{"code":"BRK","count":3,"pricing":4,"gross":36.00,"net":33.03}]}]}],
       "warnings":[]}
      """;

  static final String CREATE_SHOWN =
      """
      {"bookings":[{"channelManagerId":"CM-1001","status":"CONFIRMED",
        "reservations":[{"code":"01","confirmationNumber":"100234","cancelled":false}]}]}
      """;

  static final String CREATE_ORDER =
      """
      {"connectionToken":"CONN-1","booking":{"channelManagerId":"CM-1001","channelId":"EXP-998877",
       "pricing":"GROSS","currencyCode":"EUR","sourceCode":2,"cardNumber":"411111******1111",
       "customer":{"firstName":"Ada","lastName":"Visser"},
       "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX",
         "from":"2027-03-01","to":"2027-03-03","nightAmounts":[120,130.0],"adults":2,"children":1,
         "companions":[{"firstName":"Cas","lastName":"Visser"}],
         "products":[{"code":"BRK","count":3,"amount":36}]}]}}
      """;

  /** RES-4 with the net amounts of 13.2. */
  static final String CREATE_NET =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0004",
       "channelId":"EXP-998879","channelManagerId":"CM-1004",
       "currencyCode":"EUR","totalAmount":{"net":229.36},"paymentType":1,
       "customer":{"firstName":"Ada","lastName":"Visser"},
       "paymentCard":{"type":7,"number":"360066****3344","expireDate":"0821"},
       "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX",
         "from":"2027-03-01","to":"2027-03-03","adultCount":2,"childCount":1,
         "amounts":[{"net":110.09},{"net":119.27}],"totalAmount":{"net":229.36},
         "guests":[{"firstName":"Ada","lastName":"Visser"},{"lastName":"Smit"}]}]}
      """;

  /** The first booking with a night more. */
  static final String MODIFY =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0002",
       "channelId":"EXP-998877","channelManagerId":"CM-1001",
       "currencyCode":"EUR","totalAmount":{"gross":385.50},"paymentType":2,
       "customer":{"firstName":"Ada","lastName":"Visser"},
       "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX",
         "from":"2027-03-01","to":"2027-03-04","state":2,
         "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],
         "amounts":[{"gross":120.00},{"gross":130.00},{"gross":135.50}],
         "totalAmount":{"gross":385.50}}]}
      """;

  static final String MODIFY_CONFIRMED = Row.but(CREATE_CONFIRMED, "\"grp-0001\"", "\"grp-0002\"");

  /** The whole cancellation of 13.8. */
  static final String CANCEL =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0003",
       "channelId":"EXP-998877","channelManagerId":"CM-1001","reservations":[]}
      """;

  static final String CANCEL_CONFIRMED = Row.but(CREATE_CONFIRMED, "\"grp-0001\"", "\"grp-0003\"");

  /** RES-7 with the vectors of 13.3. */
  static final String MULTI =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0010",
       "channelId":"EXP-1","channelManagerId":"CM-2001",
       "currencyCode":"EUR","totalAmount":{"gross":720.00},"paymentType":3,
       "customer":{"lastName":"Visser"},
       "reservations":[
        {"code":"01","spaceTypeCode":"SGL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-03",
         "guestCounts":[{"code":"Adult","count":1}],
         "amounts":[{"gross":80.00},{"gross":85.00}],"totalAmount":{"gross":165.00}},
        {"code":"02","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-04",
         "guestCounts":[{"code":"Adult","count":2}],
         "amounts":[{"gross":110.00},{"gross":120.00},{"gross":125.00}],
         "totalAmount":{"gross":355.00}},
        {"code":"03","spaceTypeCode":"TWN","ratePlanCode":"NRF","from":"2027-03-02","to":"2027-03-04",
         "guestCounts":[{"code":"Adult","count":2}],
         "amounts":[{"gross":95.00},{"gross":105.00}],"totalAmount":{"gross":200.00}}]}
      """;

  static final String MULTI_CONFIRMED =
      """
      {"clientToken":"***","connectionToken":"CONN-1","relatedMessageId":"grp-0010",
       "channelManagerId":"CM-2001","reservations":[{"code":"01","confirmationNumber":"501"},
       {"code":"02","confirmationNumber":"502"},{"code":"03","confirmationNumber":"503"}]}
      """;

  /** RES-8 with the vectors of 13.3: 01 cancelled by state, 02 longer, 03 repeated. */
  static final String MULTI_CHANGE =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0011",
       "channelId":"EXP-1","channelManagerId":"CM-2001",
       "currencyCode":"EUR","totalAmount":{"gross":685.00},"paymentType":3,
       "customer":{"lastName":"Visser"},
       "reservations":[{"code":"01","state":3},
        {"code":"02","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-05",
         "state":2,"guestCounts":[{"code":"Adult","count":2}],
         "amounts":[{"gross":110.00},{"gross":120.00},{"gross":125.00},{"gross":130.00}],
         "totalAmount":{"gross":485.00}},
        {"code":"03","spaceTypeCode":"TWN","ratePlanCode":"NRF","from":"2027-03-02","to":"2027-03-04",
         "state":2,"guestCounts":[{"code":"Adult","count":2}],"extras":[],
         "amounts":[{"gross":95},{"gross":105.0}],"totalAmount":{"gross":200}}]}
      """;

  static final String MULTI_CHANGE_CONFIRMED =
      Row.but(MULTI_CONFIRMED, "\"grp-0010\"", "\"grp-0011\"");

  /** The partial cancellation of 13.8, way 1. */
  static final String PARTIAL_CANCELLATION =
      """
      {"clientToken":"***","connectionToken":"CONN-1","messageId":"grp-0007",
       "channelId":"EXP-998878","channelManagerId":"CM-1002",
       "currencyCode":"EUR","totalAmount":{"net":187.15},"paymentType":3,
       "customer":{"lastName":"Visser"},
       "reservations":[{"code":"01","state":3},
        {"code":"02","state":2,"spaceTypeCode":"TWN","ratePlanCode":"NRF",
         "from":"2027-03-02","to":"2027-03-04","guestCounts":[{"code":"Adult","count":2}],
         "amounts":[{"net":87.16},{"net":99.99}],"totalAmount":{"net":187.15}}]}
      """;

  private Samples() {}

  static Row created() {
    return Row.about("CM-1001").sent(CREATE).confirmed(CREATE_CONFIRMED);
  }

  static Row createdNet() {
    return Row.about("CM-1004").sent(CREATE_NET);
  }

  static Row created(String wrong) {
    return Row.about("CM-1001").sent(wrong).confirmed(CREATE_CONFIRMED);
  }

  static Row modified(String modification) {
    return Row.about("CM-1001").after(created()).sent(modification).confirmed(MODIFY_CONFIRMED);
  }

  static Row cancelled(String cancellation) {
    return Row.about("CM-1001").after(created()).sent(cancellation).confirmed(CANCEL_CONFIRMED);
  }

  static Row multi(String booking) {
    return Row.about("CM-2001").sent(booking).confirmed(MULTI_CONFIRMED);
  }

  static Row changed(String change) {
    return Row.about("CM-2001").after(multi(MULTI)).sent(change).confirmed(MULTI_CHANGE_CONFIRMED);
  }
}
