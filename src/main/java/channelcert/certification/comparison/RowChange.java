package channelcert.certification.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row in two runs.
 *
 * @param before its verdict in the first; absent where it was not run
 * @param after its verdict in the second; absent where it was not run
 * @param blocking whether it is one of the tests, not a supplementary check
 * @param expectations expectations that ended otherwise
 * @param drift what differs though the verdict does not
 */
public record RowChange(
    String code,
    String title,
    Kind kind,
    @Nullable String before,
    @Nullable String after,
    boolean blocking,
    List<Drift> expectations,
    List<Drift> drift) {

  /** What became of the row. */
  public enum Kind {
    /** It does not pass any more. */
    NEW_FAILURE,
    /** It passes now. */
    FIXED,
    /** Another verdict, of which neither is or both are as good as passed. */
    OTHER,
    /** The same verdict. */
    SAME,
    ONLY_IN_FIRST,
    ONLY_IN_SECOND
  }
}
