package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a message may differ from its example, by place. */
public record Rules(List<Placed> all) {
  static final Rules NONE = new Rules(List.of());

  /** A rule and where it holds. */
  record Placed(Place place, Rule rule) {}

  static Rules of(JsonNode category, String where) {
    List<Placed> all = new ArrayList<>();
    category
        .properties()
        .forEach(
            each -> {
              for (JsonNode matcher : each.getValue().path("matchers")) {
                all.add(new Placed(Place.parse(each.getKey()), Rule.of(matcher, where)));
              }
            });
    return new Rules(List.copyOf(all));
  }

  /** The rule of a place: its own, or the type rule of the nearest one that holds it. */
  Optional<Rule> at(Place place) {
    return all.stream()
        .filter(
            placed ->
                placed.place().names(place)
                    || (placed.rule() instanceof Rule.Type && placed.place().covers(place)))
        .max(Comparator.comparingInt(placed -> placed.place().weight()))
        .map(
            placed ->
                placed.place().names(place) ? placed.rule() : new Rule.Type(0, Integer.MAX_VALUE));
  }
}
