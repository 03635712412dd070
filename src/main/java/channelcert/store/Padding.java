package channelcert.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists of which the length becomes part of a statement: with few different lengths there are few
 * different statements, and a database need not parse and plan each anew.
 */
public final class Padding {
  private Padding() {}

  /** The list with its last element repeated until its length is a power of two. */
  public static <T> List<T> padded(Collection<T> values) {
    List<T> padded = new ArrayList<>(values);
    if (!padded.isEmpty()) {
      int size = Integer.highestOneBit(Math.max(1, 2 * padded.size() - 1));
      while (padded.size() < size) {
        padded.add(padded.getLast());
      }
    }
    return padded;
  }
}
