package channelcert.certification.run;

import channelcert.certification.stage.MewsSide;
import channelcert.mews.property.Property;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Writes down for the checks what has to be pushed; {@code PropertyFacts} reads it. */
final class PropertyNote {
  private PropertyNote() {}

  static String of(MewsSide mews, LocalDate today, int horizonNights) {
    Property property = mews.property();
    ObjectNode note = JsonNodeFactory.instance.objectNode();
    note.put("today", today.toString());
    note.put("horizonNights", horizonNights);
    note.put("taxPercent", property.taxPercent());
    mews.categories()
        .forEach(
            each ->
                note.withArray("categories")
                    .addObject()
                    .put("code", each.code())
                    .put("capacity", each.capacity())
                    .put("classification", each.classification()));
    mews.pairs()
        .forEach(
            each ->
                note.withArray("pairs")
                    .addObject()
                    .put("ratePlanCode", each.ratePlanCode())
                    .put("spaceTypeCode", each.spaceTypeCode()));
    property.products().forEach(each -> add(each, note.withArray("products").addObject()));
    return note.toString();
  }

  private static void add(Property.Product product, ObjectNode node) {
    node.put("code", product.code());
    node.put("pricing", product.pricing());
    node.put("gross", product.gross());
    node.put("net", product.net());
    product.packagedInto().forEach(node.withArray("packagedInto")::add);
  }
}
