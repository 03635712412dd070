package channelcert.http;

import channelcert.http.Unreadable.Flaw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first ten flaws in words; the rest is only counted. */
final class FlawList {
  private static final int SHOWN = 10;

  private final List<Flaw> shown = new ArrayList<>();
  private int more;

  void add(Rule rule, CharSequence path, @Nullable Object value) {
    if (shown.size() < SHOWN) {
      shown.add(rule.flaw(path.toString(), value));
    } else {
      more++;
    }
  }

  /** Adds those of another list. */
  void addAll(FlawList others) {
    for (Flaw flaw : others.shown) {
      if (shown.size() < SHOWN) {
        shown.add(flaw);
      } else {
        more++;
      }
    }
    more += others.more;
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  List<Flaw> toList() {
    List<Flaw> all = new ArrayList<>(shown);
    if (more > 0) {
      all.add(Flaw.wrong("", "and " + more + " more"));
    }
    return List.copyOf(all);
  }
}
