package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between two states of the specs. Breaking: a partner that kept to the old one may
 * fail. Additive: it may go on. Editorial: only words differ.
 */
public final class SpecDiff {
  /** How much a change weighs. */
  public enum Weight {
    BREAKING,
    ADDITIVE,
    EDITORIAL
  }

  /**
   * One difference.
   *
   * @param place document and JSON path
   * @param owner the schema or operation that holds it
   * @param holder place of the nearest field, schema or operation of the old state that holds it
   */
  public record Change(Weight weight, String place, String owner, String holder, String what) {}

  /** What holds a place: its schema or operation, and the nearest field. */
  private record Holder(String owner, String place) {}

  private static final List<String> WORDS =
      List.of(
          "description", "summary", "example", "examples", "title", "license", "x-enum-varnames");

  private final List<Change> changes = new ArrayList<>();

  private SpecDiff() {}

  /** Differences between documents by name, in the order of their places. */
  public static List<Change> between(Map<String, JsonNode> old, Map<String, JsonNode> now) {
    SpecDiff diff = new SpecDiff();
    for (String name : union(old.keySet(), now.keySet())) {
      JsonNode before = old.get(name);
      JsonNode after = now.get(name);
      if (before == null || after == null) {
        Weight weight = after == null ? Weight.BREAKING : Weight.ADDITIVE;
        diff.changes.add(
            new Change(weight, name, name, name, after == null ? "is gone" : "is new"));
      } else {
        diff.document(name, before, after);
      }
    }
    return List.copyOf(diff.changes);
  }

  private void document(String name, JsonNode before, JsonNode after) {
    members(name + " paths", before.path("paths"), after.path("paths"), true);
    members(
        name + " schemas",
        before.at("/components/schemas"),
        after.at("/components/schemas"),
        false);
    if (!before.path("info").equals(after.path("info"))) {
      changes.add(new Change(Weight.EDITORIAL, name + " info", name, name, "differs"));
    }
  }

  /** Operations and schemas, each an owner of what is inside. */
  private void members(String place, JsonNode before, JsonNode after, boolean operations) {
    for (String name : union(names(before), names(after))) {
      String owner = operations ? name.substring(name.lastIndexOf('/') + 1) : name;
      String inside = place + "." + name;
      JsonNode old = before.path(name);
      JsonNode now = after.path(name);
      if (now.isMissingNode()) {
        add(Weight.BREAKING, inside, new Holder(owner, inside), "is gone");
      } else if (old.isMissingNode()) {
        add(Weight.ADDITIVE, inside, new Holder(owner, inside), "is new");
      } else {
        node(inside, new Holder(owner, inside), old, now);
      }
    }
  }

  private void node(String place, Holder holder, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (!before.isObject() || !after.isObject()) {
      add(Weight.BREAKING, place, holder, "was " + before + ", is " + after);
      return;
    }
    for (String name : union(names(before), names(after))) {
      member(place, holder, name, before.path(name), after.path(name));
    }
  }

  private void member(String place, Holder holder, String name, JsonNode before, JsonNode after) {
    String inside = place + "." + name;
    if (before.equals(after)) {
      return;
    }
    if (WORDS.contains(name) && !place.endsWith(".properties")) {
      add(Weight.EDITORIAL, inside, holder, "is worded anew");
    } else if (name.equals("properties") && before.isObject() && after.isObject()) {
      fields(inside, holder, before, after);
    } else if (name.equals("required") || name.equals("enum")) {
      list(place, holder, name, before, after);
    } else if (name.equals("allOf") || name.equals("anyOf") || name.equals("oneOf")) {
      parts(inside, holder, before, after);
    } else if (before.isMissingNode() || after.isMissingNode()) {
      add(
          weight(name, after),
          inside,
          holder,
          after.isMissingNode() ? "is gone" : "is new: " + after);
    } else {
      node(inside, holder, before, after);
    }
  }

  /**
   * A bound that is gone is looser; whatever may be null or is deprecated now may still be sent.
   */
  private static Weight weight(String name, JsonNode after) {
    boolean gone = after.isMissingNode();
    boolean additive =
        switch (name) {
          case "nullable", "deprecated" -> !gone;
          case "type", "$ref", "items" -> false;
          default -> gone;
        };
    return additive ? Weight.ADDITIVE : Weight.BREAKING;
  }

  private void fields(String place, Holder holder, JsonNode before, JsonNode after) {
    for (String name : union(names(before), names(after))) {
      JsonNode old = before.path(name);
      JsonNode now = after.path(name);
      String inside = place + "." + name;
      Holder field = new Holder(holder.owner(), inside);
      if (now.isMissingNode()) {
        add(Weight.BREAKING, inside, field, "the field is gone");
      } else if (old.isMissingNode()) {
        add(Weight.ADDITIVE, inside, holder, "the field is new");
      } else {
        node(inside, field, old, now);
      }
    }
  }

  /**
   * A required field more or less, an enumerated value more or less: all change what may be sent.
   */
  private void list(String place, Holder holder, String name, JsonNode before, JsonNode after) {
    Set<String> old = texts(before);
    Set<String> now = texts(after);
    for (String each : union(old, now)) {
      if (old.contains(each) != now.contains(each)) {
        boolean added = now.contains(each);
        Weight weight = name.equals("enum") && added ? Weight.ADDITIVE : Weight.BREAKING;
        // What is newly required is missed by whoever sends the rest; the others know the field.
        Holder touched =
            name.equals("required") && !added
                ? new Holder(holder.owner(), place + ".properties." + each)
                : holder;
        add(weight, place + "." + name, touched, each + (added ? " is new" : " is gone"));
      }
    }
  }

  private void parts(String place, Holder holder, JsonNode before, JsonNode after) {
    if (before.size() != after.size()) {
      add(Weight.BREAKING, place, holder, "has other parts");
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      node(place + "[" + i + "]", holder, before.get(i), after.get(i));
    }
  }

  private void add(Weight weight, String place, Holder holder, String what) {
    changes.add(new Change(weight, place, holder.owner(), holder.place(), what));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
