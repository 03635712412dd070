package channelcert.certification.catalogue.supplementary;

import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/** Messages of few items, as Mews would send them, and what they are about. */
final class Messages {
  private final Stage stage;
  private final Pair pair;

  Messages(Stage stage) {
    this.stage = stage;
    this.pair = stage.mews().pairs().getFirst();
  }

  Pair pair() {
    return pair;
  }

  /** A few nights that nobody can guess. */
  Nights nights(int count) {
    return Nights.of(stage.today().plusDays(stage.random().nextInt(3, 90)), count);
  }

  /** An identifier that was not used before. */
  String id() {
    return "probe-" + Long.toHexString(stage.random().nextLong());
  }

  /** A code that no candidate can have mapped. */
  String unknownCode(String prefix) {
    int number = stage.random().nextInt(46_656, 1_679_615);
    return prefix + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
  }

  ObjectNode availability(Probe probe, String id, Nights nights, int units) {
    ObjectNode message = probe.envelope("updateAvailability", id);
    dated(message.withArray("availabilities").addObject(), pair.spaceTypeCode(), nights)
        .put("availability", units);
    return message;
  }

  ObjectNode prices(Probe probe, String id, Nights nights, Pair... pairs) {
    ObjectNode message = probe.envelope("updatePrices", id);
    for (Pair each : pairs) {
      ObjectNode item =
          dated(message.withArray("ratePrices").addObject(), each.spaceTypeCode(), nights);
      item.put("ratePlanCode", each.ratePlanCode());
      price(item.withArray("prices").addObject(), 1, stage.random().nextInt(5000, 9000));
      item.withArray("agePrices");
    }
    return message;
  }

  ObjectNode restrictions(Probe probe, String id, Nights nights) {
    ObjectNode message = probe.envelope("updateRestrictions", id);
    ObjectNode item =
        dated(message.withArray("restrictions").addObject(), pair.spaceTypeCode(), nights);
    item.put("ratePlanCode", pair.ratePlanCode()).withArray("state").add(1);
    item.putNull("minLos").putNull("maxLos");
    return message;
  }

  ObjectNode confirmation(Probe probe) {
    ObjectNode message = probe.envelope("confirmGroup", "");
    message.put("relatedMessageId", id()).put("channelManagerId", unknownCode("NOBODY-"));
    message
        .withArray("reservations")
        .addObject()
        .put("code", "01")
        .put("confirmationNumber", Integer.toString(stage.random().nextInt(100_000, 999_999)));
    return message;
  }

  /** Gross and net of a price in cents, for so many persons. */
  ObjectNode price(ObjectNode price, int persons, int cents) {
    return price
        .put("grossAmount", BigDecimal.valueOf(cents, 2))
        .put("netAmount", BigDecimal.valueOf(cents * 9L / 10, 2))
        .put("currencyCode", stage.mews().property().currencyCode())
        .put("guestCount", persons);
  }

  private static ObjectNode dated(ObjectNode item, String spaceTypeCode, Nights nights) {
    return item.put("spaceTypeCode", spaceTypeCode)
        .put("from", nights.first().toString())
        .put("to", nights.last().toString());
  }
}
