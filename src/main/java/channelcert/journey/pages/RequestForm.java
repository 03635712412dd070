package channelcert.journey.pages;

import channelcert.http.Json;
import channelcert.http.page.Form;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Details;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request between its form and what a case keeps of it. */
final class RequestForm {
  private static final List<String> FLAGS =
      List.of(
          "connectionPerSpace",
          "extras",
          "ageCategories",
          "sources",
          "blocks",
          "reservationsFromMews",
          "changeNotifications");
  private static final List<String> TEXTS =
      List.of(
          "contactEmail",
          "horizonDays",
          "pricing",
          "confirmation",
          "maxItems",
          "chunkDays",
          "notes");

  private RequestForm() {}

  static Form empty() {
    return Form.of(Map.of("horizonDays", "365", "testAccessRequested", "on"));
  }

  static Form stored(CertificationCase found) {
    Map<String, String> values = new HashMap<>();
    values.put("application", found.application());
    tick(values, "forManyProperties", found.forManyProperties());
    tick(values, "testAccessRequested", found.testAccessRequested());
    values.put("pilotProperty", found.pilotProperty() == null ? "" : found.pilotProperty());
    Details details = Details.of(found.details());
    TEXTS.forEach(name -> values.put(name, text(details.get(name))));
    FLAGS.forEach(name -> tick(values, name, details.get(name).asBoolean()));
    return Form.of(values);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText("");
  }

  private static void tick(Map<String, String> values, String name, boolean ticked) {
    if (ticked) {
      values.put(name, "on");
    }
  }

  /** What is asked for; what is wrong is noted in the form. */
  static CaseChange.Requested read(Form form) {
    String application = form.required("application", "The name of the application", 200);
    ObjectNode details = Json.mapper().createObjectNode();
    String email = text(form, "contactEmail", "The address", 254);
    if (!email.isEmpty() && !email.matches("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\".]+")) {
      form.error("contactEmail", "That is no e-mail address, such as ada@acme.example.");
    }
    put(details, "contactEmail", email);
    number(form, details, "horizonDays", "The number of nights", 365, 1095);
    choice(form, details, "pricing", List.of("GROSS", "NET", "BOTH"));
    choice(form, details, "confirmation", List.of("SYNCHRONOUS", "ASYNCHRONOUS"));
    number(form, details, "maxItems", "The number of items", 1, 1_000_000);
    number(form, details, "chunkDays", "The number of days", 1, 1095);
    FLAGS.forEach(name -> details.put(name, form.has(name)));
    put(details, "notes", text(form, "notes", "The note", 10_000));
    String pilot = text(form, "pilotProperty", "The name of the pilot property", 200);
    return new CaseChange.Requested(
        application,
        form.has("forManyProperties"),
        pilot.isEmpty() ? null : pilot,
        form.has("testAccessRequested"),
        details.toString());
  }

  private static String text(Form form, String name, String label, int longest) {
    String value = form.text(name);
    if (value.length() > longest) {
      form.error(name, label + " is longer than " + longest + " characters; shorten it.");
    }
    return value;
  }

  private static void put(ObjectNode details, String name, String value) {
    if (!value.isEmpty()) {
      details.put(name, value);
    }
  }

  private static void number(
      Form form, ObjectNode details, String name, String label, int least, int most) {
    if (!form.text(name).isEmpty()) {
      details.put(name, form.number(name, label, least, most));
    }
  }

  private static void choice(Form form, ObjectNode details, String name, List<String> choices) {
    String chosen = form.text(name);
    if (!chosen.isEmpty() && !choices.contains(chosen)) {
      form.error(name, "Choose one of the offered answers.");
    }
    put(details, name, chosen);
  }
}
