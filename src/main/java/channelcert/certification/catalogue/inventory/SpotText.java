package channelcert.certification.catalogue.inventory;

import channelcert.certification.attend.Field;
import channelcert.certification.attend.ShownRestriction;
import channelcert.certification.verdict.Sample.Spot;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Single values of the inventory, as a person is asked for them and as the reply is recorded. */
final class SpotText {
  private SpotText() {}

  static Field field(Spot spot) {
    return new Field(
        label(spot),
        switch (spot.kind()) {
          case AVAILABILITY -> Field.Kind.WHOLE;
          case PRICES -> Field.Kind.AMOUNT;
          case RESTRICTIONS -> Field.Kind.RESTRICTION;
        });
  }

  static String label(Spot spot) {
    return switch (spot.kind()) {
      case AVAILABILITY -> "availability of " + spot.spaceTypeCode() + " on " + spot.night();
      case PRICES ->
          "price of " + pair(spot) + " on " + spot.night() + " for " + spot.guests() + " guest(s)";
      case RESTRICTIONS -> "restriction of " + pair(spot) + " on " + spot.night();
    };
  }

  /** What is recorded as asked for; the right values are not among it. */
  static ObjectNode order(List<Spot> spots) {
    ObjectNode order = JsonNodeFactory.instance.objectNode().put("way", "challenge");
    for (Spot spot : spots) {
      order
          .withArray("cells")
          .addObject()
          .put("kind", spot.kind().name())
          .put("spaceTypeCode", spot.spaceTypeCode())
          .put("ratePlanCode", spot.ratePlanCode())
          .put("night", spot.night().toString())
          .put("guests", spot.guests());
    }
    return order;
  }

  /** The typed values in the form in which a driver shows what is stored. */
  static ObjectNode typed(List<Spot> spots, List<String> values) {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < spots.size(); i++) {
      String value = values.get(i).strip();
      if (!value.equals(Field.NOTHING)) {
        write(spots.get(i), value, stored);
      }
    }
    return stored;
  }

  private static void write(Spot spot, String value, ObjectNode stored) {
    switch (spot.kind()) {
      case AVAILABILITY ->
          entry(spot, stored, "availabilities").put("availability", Integer.valueOf(value));
      case PRICES ->
          entry(spot, stored, "prices")
              .withArray("prices")
              .addObject()
              .put("guestCount", spot.guests())
              .put("amount", Field.amount(value).orElseThrow());
      case RESTRICTIONS ->
          ShownRestriction.parse(value).orElseThrow().write(entry(spot, stored, "restrictions"));
    }
  }

  private static ObjectNode entry(Spot spot, ObjectNode stored, String list) {
    ObjectNode entry = stored.withArray(list).addObject();
    entry.put("spaceTypeCode", spot.spaceTypeCode());
    if (!spot.ratePlanCode().isEmpty()) {
      entry.put("ratePlanCode", spot.ratePlanCode());
    }
    return entry.put("from", spot.night().toString()).put("to", spot.night().toString());
  }

  private static String pair(Spot spot) {
    return spot.spaceTypeCode() + " / " + spot.ratePlanCode();
  }
}
