package channelcert.pact;

import java.util.List;

/**
 * What has been replaced and is still read, on both sides (docs/old-forms.md,
 * docs/compatibility.md).
 */
final class OldFormPromises {
  private static final String RULE = "rule 11";

  private OldFormPromises() {}

  /** What a channel manager that was certified years ago sends to Mews. */
  static List<Promise> ofMews() {
    String good = BookingPromises.booking("CM-1012", "gross", "");
    return List.of(
        BookingPromises.group(
            RULE,
            "the old channel of a booking is accepted",
            good.replaceAll("'sources':\\[[^]]*]", "'channel':{'code':2,'name':'Expedia'}")),
        BookingPromises.group(
            RULE,
            "the old counts of persons are accepted",
            good.replaceAll("'guestCounts':\\[[^]]*]", "'adultCount':2,'childCount':1")),
        BookingPromises.group(
            RULE,
            "the old loyalty code and the old IATA number of a company are accepted",
            good.replace("'firstName':'Ada'", "'firstName':'Ada','loyaltyCode':'L-1'")
                .replace(
                    "'paymentType'", "'company':{'name':'Acme','iata':'11111111'},'paymentType'")),
        BookingPromises.blockAccepted(
                "the old price of a block beside the new ones is accepted",
                BookingPromises.block("Created", "{'type':'Fixed','fixedDate':'2027-05-01'}")
                    .replace("'prices':[", "'grossAmount':'100.00','prices':["))
            .inRows(RULE),
        ReadingPromises.reported(
            RULE,
            "an error about a booking of the property is taken in the old form",
            "processGroupConfirmation",
            ReadingPromises.confirmation(
                "'success':false,'error':{'code':4,'message':'Room type XYZ is unknown; map"
                    + " it.'}")));
  }

  /** What Mews may still send to a channel manager. */
  static List<Promise> ofChannelManager() {
    return List.of(
        DeliveryPromises.error(
            RULE, "an error about a booking is accepted in the old form, code 4", "error", 4),
        DeliveryPromises.error(
            RULE, "an error about a booking is accepted in the old form, code 5", "error", 5),
        DeliveryPromises.blockReleasedOn(
            RULE, "a block with the old release day is accepted", "2027-05-01"),
        DeliveryPromises.error(RULE, "errors about a booking are accepted as a list", "errors", 7));
  }
}
