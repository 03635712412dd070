package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks about what a candidate knows of its connections. */
public final class Connections {
  private Connections() {}

  /**
   * Each time the extranet is read back it shows the availability that a note names for it.
   *
   * @param facts names of the notes, in the order of the questions
   */
  public static Check showsEachItsOwn(List<String> facts) {
    String rule = "each connection shows its own availability";
    return evidence -> {
      List<Message> reads = evidence.messages(Direction.DRIVER, "readAri");
      if (reads.size() < facts.size()) {
        return Finding.missing(rule, "the extranet was not read back", "Offer readAri.");
      }
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < facts.size(); i++) {
        String wanted = evidence.fact(facts.get(i));
        Set<String> shown = new HashSet<>();
        reads
            .get(i)
            .answer()
            .path("availabilities")
            .forEach(
                each -> {
                  if (each.path("spaceTypeCode").asText().equals(evidence.fact("space"))) {
                    shown.add(each.path("availability").asText());
                  }
                });
        if (!shown.equals(Set.of(wanted))) {
          wrong.add(facts.get(i) + " shows " + shown + " instead of " + wanted);
        }
      }
      return wrong.isEmpty()
          ? Finding.passed(rule, "each its own", Answers.ids(reads))
          : Finding.failed(
              rule,
              String.join("; ", wrong),
              "Keep everything by connection: the connection token of a message says which one.",
              Answers.ids(reads));
    };
  }

  /** Set inventory names exactly the pairs of a note, and Mews took it. */
  public static Check replaced(String fact) {
    String rule = "Set inventory with exactly the ordered pairs, accepted";
    return evidence -> {
      List<Message> sent = evidence.messages(Direction.CANDIDATE_TO_MEWS, "setInventory");
      if (sent.isEmpty()) {
        return Finding.failed(
            rule, "no Set inventory arrived", "Send the complete list of pairs.", List.of());
      }
      Message last = sent.getLast();
      Set<String> pairs = pairs(last.request().path("inventoryMappings"));
      Set<String> wanted = Set.of(evidence.fact(fact).split(","));
      return pairs.equals(wanted) && Answers.accepts(last.answer())
          ? Finding.passed(rule, String.join(", ", pairs), List.of(last.id()))
          : Finding.failed(
              rule,
              pairs + ", answered " + Answers.shown(last),
              "Send the complete list: what it leaves out is deleted.",
              List.of(last.id()));
    };
  }

  /** Pushes of the kind name the pairs of a note and no others. */
  public static Check pushedOnly(PushKind kind, String fact) {
    String rule = "pushes name exactly the pairs that are left";
    return evidence -> {
      List<Message> pushes = kind.pushes(evidence);
      Set<String> pushed = new HashSet<>();
      pushes.forEach(push -> pushed.addAll(pairs(push.request().path(kind.items()))));
      Set<String> wanted = Set.of(evidence.fact(fact).split(","));
      if (pushed.equals(wanted)) {
        return Finding.passed(rule, String.join(", ", pushed), Answers.ids(pushes));
      }
      return Finding.missing(
          rule,
          "pushed were " + pushed,
          "Mews pushes what Set inventory left; see the expectation about it.");
    };
  }

  /** After a note of a change the candidate asks for the configuration again. */
  public static Check asksAgain(String notification) {
    String rule = "Get configuration after a notification of type 1";
    return evidence -> {
      List<Message> notes =
          evidence.messages(Direction.MEWS_TO_CANDIDATE, notification).stream()
              .filter(each -> each.request().path("type").asInt(-1) == 1)
              .toList();
      if (notes.isEmpty()) {
        return Finding.missing(rule, "no such notification was sent", "Register its address.");
      }
      List<Message> asked =
          evidence.messages(Direction.CANDIDATE_TO_MEWS, "getConfiguration").stream()
              .filter(each -> Selection.byNumber(each.id(), notes.getFirst().id()) > 0)
              .filter(each -> each.answer().path("inventoryMappings").isArray())
              .toList();
      return asked.isEmpty()
          ? Finding.failed(
              rule,
              "none that was answered",
              "Fetch the configuration when Mews says that it changed.",
              Answers.ids(notes))
          : Finding.passed(rule, asked.getFirst().id(), Answers.ids(asked));
    };
  }

  /** The notification whose exchange a note names was accepted. */
  public static Check notified(String notification, String fact) {
    String rule = "a change notification, answered with success";
    return evidence -> {
      Optional<Message> note =
          evidence.messages(Direction.MEWS_TO_CANDIDATE, notification).stream()
              .filter(each -> each.id().equals(evidence.facts().get(fact)))
              .findFirst();
      if (note.isEmpty()) {
        return Finding.missing(
            rule, "none was sent", "Register changeNotification, and see the ones before.");
      }
      return Answers.accepts(note.get().answer())
          ? Finding.passed(rule, Answers.shown(note.get()), List.of(note.get().id()))
          : Finding.failed(
              rule,
              Answers.shown(note.get()),
              "Take every notification: it only says that something changed.",
              List.of(note.get().id()));
    };
  }

  private static Set<String> pairs(JsonNode list) {
    Set<String> pairs = new HashSet<>();
    list.forEach(
        each ->
            pairs.add(
                each.path("ratePlanCode").asText() + "/" + each.path("spaceTypeCode").asText()));
    return pairs;
  }
}
