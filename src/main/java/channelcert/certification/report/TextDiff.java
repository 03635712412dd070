package channelcert.certification.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands in one text and not in the other, word by word.
 *
 * @param expected the first text in pieces
 * @param actual the second text in pieces
 */
record TextDiff(List<Piece> expected, List<Piece> actual) {
  // Codes, numbers and dates stay whole: 118.43 and 2027-01-03 are one word each.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_]+(?:[-.:/][\\p{L}\\p{N}_]+)*|\\s+|.", Pattern.DOTALL);

  /** Beyond this the table of the comparison grows too large; the middle is marked as a whole. */
  private static final int MOST_WORDS = 400;

  /**
   * A piece of a text.
   *
   * @param differs whether the other text lacks it
   */
  record Piece(String text, boolean differs) {}

  static TextDiff of(String expected, String actual) {
    List<String> left = words(expected);
    List<String> right = words(actual);
    int start = 0;
    int most = Math.min(left.size(), right.size());
    while (start < most && left.get(start).equals(right.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    boolean[] keptLeft = outer(left.size(), start, end);
    boolean[] keptRight = outer(right.size(), start, end);
    if (left.size() - start - end <= MOST_WORDS && right.size() - start - end <= MOST_WORDS) {
      keepCommon(left, right, start, end, keptLeft, keptRight);
    }
    return new TextDiff(pieces(left, keptLeft), pieces(right, keptRight));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static boolean[] outer(int size, int start, int end) {
    boolean[] kept = new boolean[size];
    for (int i = 0; i < size; i++) {
      kept[i] = i < start || i >= size - end;
    }
    return kept;
  }

  /** Longest common subsequence of the middles. */
  private static void keepCommon(
      List<String> left, List<String> right, int start, int end, boolean[] l, boolean[] r) {
    int[][] longest = lengths(left, right, start, end);
    int i = start;
    int j = start;
    while (i < left.size() - end && j < right.size() - end) {
      if (left.get(i).equals(right.get(j))) {
        l[i++] = true;
        r[j++] = true;
      } else if (longest[i + 1 - start][j - start] >= longest[i - start][j + 1 - start]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static int[][] lengths(List<String> left, List<String> right, int start, int end) {
    int rows = left.size() - start - end;
    int columns = right.size() - start - end;
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            left.get(start + i).equals(right.get(start + j))
                ? longest[i + 1][j + 1] + weight(left.get(start + i))
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  /** Words count for more than the spaces between them, which would match anywhere. */
  private static int weight(String word) {
    return word.isBlank() ? 1 : 4;
  }

  private static List<Piece> pieces(List<String> words, boolean[] kept) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i));
      if (i + 1 == words.size() || differs(words, kept, i) != differs(words, kept, i + 1)) {
        pieces.add(new Piece(text.toString(), differs(words, kept, i)));
        text.setLength(0);
      }
    }
    return pieces;
  }

  /**
   * A space belongs to the words around it, so that one mark covers a phrase and none begins with a
   * space; alone, it counts where nothing beside it differs.
   */
  private static boolean differs(List<String> words, boolean[] kept, int i) {
    if (!words.get(i).isBlank()) {
      return !kept[i];
    }
    boolean before = i > 0 && !kept[i - 1];
    boolean after = i + 1 < kept.length && !kept[i + 1];
    return (before && after) || (!kept[i] && !before && !after);
  }
}
