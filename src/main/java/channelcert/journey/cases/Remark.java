package channelcert.journey.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people say about a case. */
public sealed interface Remark {
  /**
   * A comment.
   *
   * @param by name of the person
   * @param row code of the row that it is about, absent when it is about the case
   */
  record Comment(int number, Instant at, String by, @Nullable String row, String content)
      implements Remark {}

  /**
   * An issue.
   *
   * @param openedBy name of the person
   * @param resolvedBy name of the person, absent while it is open
   */
  record Issue(
      int number,
      int attempt,
      boolean critical,
      String content,
      String openedBy,
      Instant openedAt,
      @Nullable String resolvedBy,
      @Nullable Instant resolvedAt)
      implements Remark {
    /** Whether something is left to do. */
    public boolean isOpen() {
      return resolvedAt == null;
    }
  }
}
