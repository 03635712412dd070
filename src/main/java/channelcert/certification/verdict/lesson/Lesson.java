package channelcert.certification.verdict.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failure shows beside its words; {@link #NONE} where it shows nothing more.
 *
 * @param cause the likely cause, where the evidence tells one
 * @param differences places of the messages that differ
 * @param nights nights that are shown wrongly, in order, the first ones of many
 * @param wrongNights how many are in all, each number of guests counted
 */
public record Lesson(
    @Nullable Cause cause, List<Difference> differences, List<WrongNight> nights, int wrongNights) {
  /** Nothing beside the words. */
  public static final Lesson NONE = new Lesson(null, List.of(), List.of(), 0);

  public Lesson {
    differences = List.copyOf(differences);
    nights = List.copyOf(nights);
  }

  /** Only a likely cause. */
  public static Lesson of(Cause cause) {
    return new Lesson(cause, List.of(), List.of(), 0);
  }

  /** Places that differ, and the likely cause where there is one. */
  public static Lesson of(@Nullable Cause cause, List<Difference> differences) {
    return new Lesson(cause, differences, List.of(), 0);
  }

  public boolean isEmpty() {
    return cause == null && differences.isEmpty() && nights.isEmpty();
  }
}
