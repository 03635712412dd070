package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Lesson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A-ERR, strictly: the error stands in {@code errors}, not in the old {@code error}, its code is a
 * number and none of the deprecated 4 and 5.
 */
public final class Refusals {
  private final Selection selection;

  private Refusals(Selection selection) {
    this.selection = selection;
  }

  /** The refusals of the chosen messages. */
  public static Refusals of(Selection selection) {
    return new Refusals(selection);
  }

  /** Every answer says {@code "success": false}. */
  public Check refused() {
    return each(
        evidence -> "\"success\": false",
        (message, evidence) ->
            Answers.refuses(message.answer()) ? "" : "answered " + Answers.shown(message),
        (message, evidence) -> WireLesson.notRefused(message),
        "Refuse the message: what it names is not known, or not active, at the candidate.");
  }

  /** Every answer has an error with one of the codes. */
  public Check errorIs(Integer... codes) {
    Set<Integer> allowed = new TreeSet<>(Set.of(codes));
    String expected = "an entry in 'errors' with the code " + either(allowed);
    return each(
        evidence -> expected,
        (message, evidence) -> codeFault(message, allowed),
        (message, evidence) -> WireLesson.otherCode(message, allowed),
        "Answer {\"success\": false, \"errors\": [{\"code\": "
            + allowed.iterator().next()
            + ", \"message\": ...}]}; the old 'error' and the codes 4 and 5 are deprecated.");
  }

  /** An error names the code of a note in a field. */
  public Check names(String field, String fact) {
    return each(
        evidence -> "'" + field + "' is " + evidence.fact(fact),
        (message, evidence) -> {
          String code = evidence.fact(fact);
          List<Answers.Entry> entries = Answers.entries(message.answer());
          return entries.stream().anyMatch(entry -> entry.field(field).equals(code))
              ? ""
              : "the errors name " + entries.stream().map(entry -> entry.field(field)).toList();
        },
        (message, evidence) -> WireLesson.notNamed(message, field, evidence.fact(fact)),
        "Put the code of the push, unchanged, into '" + field + "' of its error.");
  }

  /** Every error message can be forwarded to a property; it mentions the value of a note. */
  public Check explains(String fact) {
    return explaining(evidence -> evidence.fact(fact));
  }

  /** Every error message can be forwarded to a property. */
  public Check explains() {
    return explaining(evidence -> "");
  }

  private Check explaining(Function<RowEvidence, String> offending) {
    return each(
        evidence ->
            MessageQuality.EXPECTED
                + (offending.apply(evidence).isEmpty()
                    ? ""
                    : " and mentions " + offending.apply(evidence)),
        (message, evidence) -> messageFault(message, offending.apply(evidence)),
        (message, evidence) -> WireLesson.unclear(message),
        "Write for the hotelier: what is wrong, which code it is about, what to do next.");
  }

  private static String messageFault(Message message, String offending) {
    List<Answers.Entry> entries = Answers.entries(message.answer());
    if (entries.isEmpty()) {
      return "no entry in 'errors'";
    }
    for (Answers.Entry entry : entries) {
      List<String> problems = MessageQuality.problems(entry.message(), offending);
      if (!problems.isEmpty()) {
        return "\"" + entry.message() + "\": " + String.join(", ", problems);
      }
    }
    return "";
  }

  private static String codeFault(Message message, Set<Integer> allowed) {
    List<Answers.Entry> entries = Answers.entries(message.answer());
    if (entries.isEmpty()) {
      return Answers.hasSingular(message.answer())
          ? "the error stands in the old 'error': " + OldForm.SINGLE_ERROR.sentence()
          : "no entry in 'errors', answered " + Answers.shown(message);
    }
    Optional<Answers.Entry> deprecated =
        entries.stream().filter(entry -> OldForm.isOldCode(entry.code())).findFirst();
    if (deprecated.isPresent()) {
      OldForm old = deprecated.get().code() == 4 ? OldForm.CODE_4 : OldForm.CODE_5;
      return "the deprecated code " + deprecated.get().code() + ": " + old.sentence();
    }
    return entries.stream().anyMatch(entry -> allowed.contains(entry.code()))
        ? ""
        : "the codes are " + entries.stream().map(entry -> entry.node().path("code")).toList();
  }

  private Check each(
      Function<RowEvidence, String> expected, Fault fault, Taught taught, String hint) {
    return evidence -> {
      List<Message> messages =
          selection.of(evidence).stream().map(each -> Outcome.settled(each, evidence)).toList();
      String rule = expected.apply(evidence);
      if (messages.isEmpty()) {
        return Finding.missing(
            rule, "no such message reached the candidate", "Nothing was there to be refused.");
      }
      for (Message message : messages) {
        String found = fault.of(message, evidence);
        if (!found.isEmpty()) {
          return Finding.failed(rule, message.id() + ": " + found, hint, List.of(message.id()))
              .teaching(taught.by(message, evidence));
        }
      }
      return Finding.passed(
          rule, Answers.shown(messages.getFirst()) + advice(messages), Answers.ids(messages));
    };
  }

  private static String advice(List<Message> messages) {
    return messages.stream()
            .flatMap(message -> Answers.entries(message.answer()).stream())
            .allMatch(entry -> MessageQuality.advises(entry.message()))
        ? ""
        : "; note: say also what to do next";
  }

  private static String either(Set<Integer> codes) {
    return String.join(" or ", codes.stream().map(String::valueOf).toList());
  }

  /** What is wrong with one answer; empty when nothing is. */
  @FunctionalInterface
  private interface Fault {
    String of(Message message, RowEvidence evidence);
  }

  /** What a wrong answer teaches. */
  @FunctionalInterface
  private interface Taught {
    Lesson by(Message message, RowEvidence evidence);
  }
}
