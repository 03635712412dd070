package channelcert.certification.attend;

import java.util.List;

/** What may be replied to an instruction. Every one may be answered with "cannot" as well. */
public sealed interface Form {
  /**
   * Something is to be done.
   *
   * @param traffic whether the run recognises by itself that it was done
   */
  record Act(boolean traffic) implements Form {}

  /** Values are to be typed, as the extranet shows them; one reply is final. */
  record Values(List<Field> fields) implements Form {}

  /** An export of the extranet is to be handed in. */
  record Export() implements Form {}

  /**
   * It is to be stated, with name and role and a screenshot, whether something holds.
   *
   * @param question to be answered with yes or no
   */
  record Statement(String question) implements Form {}
}
