package channelcert.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a consumer relies on in an answer: exact where the published text is exact, by rule where it
 * leaves room.
 *
 * @param rules matchers by JSON path
 */
record Answer(JsonNode example, Map<String, ObjectNode> rules) {
  private static final String WORDS = "^[\\s\\S]{15,}$";

  /** An error that has to be among those of a refusal. */
  record Fault(
      String codes, int code, String message, String messageForm, Map<String, String> names) {
    /** With a code of its own. */
    static Fault code(int code) {
      return codes(Integer.toString(code), code);
    }

    /** Where the certification takes one of several codes. */
    static Fault codes(String codes, int code) {
      return new Fault(
          codes, code, "What is wrong, and what the property has to do.", WORDS, Map.of());
    }

    /** Naming what is wrong. */
    Fault naming(String field, String value) {
      Map<String, String> all = new TreeMap<>(names);
      all.put(field, value);
      return new Fault(codes, code, message, messageForm, all);
    }

    /** With a text that the message has to hold. */
    Fault saying(String text) {
      return new Fault(
          codes,
          code,
          text + ": what is wrong, and what to do.",
          "^[\\s\\S]*" + text + "[\\s\\S]*$",
          names);
    }
  }

  static Answer of(String json) {
    return new Answer(Texts.json(json), Map.of());
  }

  static Answer success() {
    return of("{'success':true}");
  }

  static Answer later() {
    return of("{'success':true,'asyncConfirmation':true}");
  }

  /** The outcome is told at once or afterwards, whichever the provider prefers. */
  static Answer nowOrLater() {
    return success().like("$.success", "type");
  }

  /** A refusal that holds these errors, in any order and among others. */
  static Answer refusal(Fault... faults) {
    ObjectNode example = Texts.MAPPER.createObjectNode().put("success", false);
    ArrayNode errors = example.putArray("errors");
    ArrayNode variants = Texts.MAPPER.createArrayNode();
    for (Fault fault : faults) {
      ObjectNode error = errors.addObject().put("code", fault.code());
      error.put("message", fault.message());
      fault.names().forEach(error::put);
      ObjectNode variant = variants.addObject().put("index", variants.size() - 1);
      ObjectNode rules = variant.putObject("rules");
      rules.set("$.code", Texts.rule(Texts.regex("^(" + fault.codes() + ")$")));
      rules.set("$.message", Texts.rule(Texts.regex(fault.messageForm())));
      variant.putObject("generators");
    }
    ObjectNode matcher = Texts.MAPPER.createObjectNode().put("match", "arrayContains");
    matcher.set("variants", variants);
    return new Answer(example, Map.of()).put("$.errors", matcher);
  }

  /** A refusal with one error. */
  static Answer refusal(int code) {
    return refusal(Fault.code(code));
  }

  /** With values of the example's type at a place and inside it. */
  Answer like(String place, String kind) {
    return put(place, Texts.MAPPER.createObjectNode().put("match", kind));
  }

  /** With a list of at least so many at a place, each of the example's form. */
  Answer many(String place, int min) {
    return put(place, Texts.MAPPER.createObjectNode().put("match", "type").put("min", min));
  }

  /** With a value of a form at a place. */
  Answer form(String place, String regex) {
    return put(place, Texts.regex(regex));
  }

  /** With a list that holds at least the example's elements, by their exact values. */
  Answer holding(String place, int elements) {
    ObjectNode matcher = Texts.MAPPER.createObjectNode().put("match", "arrayContains");
    ArrayNode variants = matcher.putArray("variants");
    for (int i = 0; i < elements; i++) {
      ObjectNode variant = variants.addObject().put("index", i);
      variant.putObject("rules");
      variant.putObject("generators");
    }
    return put(place, matcher);
  }

  /** With a list that holds an element like the example's only one, by rules inside it. */
  Answer holdingLike(String place, Map<String, ObjectNode> inside) {
    ObjectNode matcher = Texts.MAPPER.createObjectNode().put("match", "arrayContains");
    ObjectNode variant = matcher.putArray("variants").addObject().put("index", 0);
    ObjectNode rules = variant.putObject("rules");
    new TreeMap<>(inside).forEach((field, rule) -> rules.set(field, Texts.rule(rule)));
    variant.putObject("generators");
    return put(place, matcher);
  }

  /** With other values for some fields, in the form {@code 'name':value}. */
  Answer with(String fields) {
    ObjectNode changed = example.deepCopy();
    Texts.json("{" + fields + "}").properties().forEach(f -> changed.set(f.getKey(), f.getValue()));
    return new Answer(changed, rules);
  }

  private Answer put(String place, ObjectNode matcher) {
    Map<String, ObjectNode> more = new TreeMap<>(rules);
    more.put(place, matcher);
    return new Answer(example, more);
  }
}
