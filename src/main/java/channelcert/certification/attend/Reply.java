package channelcert.certification.attend;

import java.util.List;

/** What a person replied to an instruction. */
public sealed interface Reply {
  /** It is done. */
  record Done() implements Reply {}

  /** It cannot be done, for the reason given. */
  record Cannot(String reason) implements Reply {}

  /** The values in the order of the fields; {@link Field#NOTHING} where nothing is shown. */
  record Typed(List<String> values) implements Reply {}

  /** An export. */
  record Handed(Attachment export) implements Reply {}

  /**
   * A signed statement.
   *
   * @param holds whether the person says that it is so
   */
  record Stated(boolean holds, String name, String role, Attachment screenshot) implements Reply {}
}
