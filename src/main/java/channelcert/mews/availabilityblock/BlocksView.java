package channelcert.mews.availabilityblock;

import channelcert.http.Json;
import channelcert.mews.inventory.Nights;
import channelcert.mews.reservation.group.AvailabilityEffect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blocks in the JSON form that MewsControl.observeBlocks describes. */
public final class BlocksView {
  private BlocksView() {}

  /**
   * Shows blocks.
   *
   * @param connectionToken connection whose codes are shown
   */
  public static JsonNode of(List<BlockState> states, String connectionToken) {
    ObjectNode view = Json.mapper().createObjectNode();
    ArrayNode blocks = view.putArray("blocks");
    states.forEach(state -> show(blocks.addObject(), state, connectionToken));
    return view;
  }

  private static void show(ObjectNode view, BlockState state, String connectionToken) {
    BlockDefinition definition = state.block().definition();
    view.put("confirmationNumber", state.block().number());
    view.put("code", state.codes().get(connectionToken));
    view.put("state", state.block().cancelled() ? "CANCELLED" : "ACTIVE");
    view.put("name", definition.name());
    dates(view, definition.nights());
    ArrayNode categories = view.putArray("categories");
    for (Allotment allotment : definition.allotments()) {
      ObjectNode category = categories.addObject();
      category.put("spaceTypeCode", allotment.spaceTypeCode());
      ArrayNode allotted = category.putArray("allotted");
      allotment
          .held()
          .forEach(held -> dates(allotted.addObject(), held.nights()).put("count", held.units()));
      units(category.putArray("occupied"), allotment, state.occupied());
      units(category.putArray("withheld"), allotment, state.withheld());
    }
  }

  private static void units(
      ArrayNode shown, Allotment allotment, List<AvailabilityEffect> effects) {
    effects.stream()
        .filter(each -> each.spaceTypeCode().equals(allotment.spaceTypeCode()))
        .forEach(each -> dates(shown.addObject(), each.nights()).put("count", each.units()));
  }

  private static ObjectNode dates(ObjectNode view, Nights nights) {
    return view.put("start", nights.first().toString())
        .put("end", nights.last().plusDays(1).toString());
  }
}
