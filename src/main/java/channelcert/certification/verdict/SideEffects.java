package channelcert.certification.verdict;

import java.util.List;

/** What Mews does after a refusal names an unmapped code: it stops pushing that code. */
public final class SideEffects {
  private SideEffects() {}

  /**
   * Mews took the code out of its pushes.
   *
   * @param fact name of the note that says whether it is still synchronised
   * @param refusal whether the candidate refused properly, without which nothing follows
   */
  public static Check unsynchronised(String fact, Check refusal) {
    return evidence -> {
      String rule = "Mews no longer synchronises the refused code";
      if (refusal.judge(evidence).verdict() != Verdict.PASSED
          || !evidence.facts().containsKey(fact)) {
        return Finding.missing(
            rule, "the push was not refused with the code", "It follows from a proper refusal.");
      }
      if (evidence.fact(fact).equals("true")) {
        throw new IllegalStateException("the Mews side still synchronises a refused code");
      }
      return Finding.passed(rule, "not synchronised any more", List.of());
    };
  }

  /**
   * The next push of the kind leaves the refused code out, and is accepted.
   *
   * @param field where the code stands in an item
   * @param fact name of the note that holds the code
   */
  public static Check laterPushOmits(PushKind kind, String field, String fact, Check refusal) {
    return evidence -> {
      String rule = "the next push leaves " + evidence.fact(fact) + " out and is accepted";
      if (refusal.judge(evidence).verdict() != Verdict.PASSED) {
        return Finding.missing(
            rule, "the push was not refused with the code", "It follows from a proper refusal.");
      }
      List<Message> refused = Selection.naming(kind, field, fact).of(evidence);
      List<Message> later =
          kind.pushes(evidence).stream()
              .filter(push -> Selection.byNumber(push.id(), refused.getLast().id()) > 0)
              .toList();
      if (later.isEmpty()) {
        return Finding.missing(rule, "no later push", "Mews sent nothing after the refusal.");
      }
      List<Message> wrong =
          later.stream().filter(push -> !Outcome.delivered(push, evidence)).toList();
      return wrong.isEmpty()
          ? Finding.passed(rule, later.size() + " accepted", Answers.ids(later))
          : Finding.failed(
              rule,
              wrong.getFirst().id() + ": " + Answers.shown(wrong.getFirst()),
              "Accept the rest: only the unmapped code is wrong.",
              Answers.ids(wrong));
    };
  }
}
