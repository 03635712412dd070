package channelcert.mews.inventory;

import channelcert.http.Json;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.SpaceCategory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows what is sellable, as JSON. */
public final class AvailabilityView {
  private final InventoryStore store;

  public AvailabilityView(InventoryStore store) {
    this.store = store;
  }

  /** Units of every category on the nights; equal neighbours in one entry, last night included. */
  public JsonNode show(Property property, Nights nights) {
    List<String> codes = property.categories().stream().map(SpaceCategory::code).toList();
    Map<InventoryKey, BitSet> wanted = new HashMap<>();
    for (String code : codes) {
      BitSet all = new BitSet();
      all.set(0, nights.count());
      wanted.put(InventoryKey.category(code), all);
    }
    Map<InventoryKey, NightValues> values =
        store.values(property.id(), InventoryKind.AVAILABILITY, codes, nights);
    ObjectNode shown = Json.mapper().createObjectNode();
    ArrayNode entries = shown.putArray("availabilities");
    new MessagePlanner(nights.first(), nights.count(), Integer.MAX_VALUE)
        .plan(wanted, values)
        .forEach(message -> message.forEach(item -> show(item, entries.addObject())));
    return shown;
  }

  private static void show(InventoryItem item, ObjectNode entry) {
    entry.put("spaceTypeCode", item.key().spaceTypeCode());
    entry.put("from", item.nights().first().toString());
    entry.put("to", item.nights().last().toString());
    entry.put("availability", Math.max(0, Integer.parseInt(item.value())));
  }
}
