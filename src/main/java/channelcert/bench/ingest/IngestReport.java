package channelcert.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one run, as a table or as JSON, with the aims beside them. */
public final class IngestReport {
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  IngestReport() {}

  void add(Figure figure) {
    figures.add(figure);
  }

  /** Notes what could not be measured, and why. */
  void skip(String what) {
    skipped.add(what);
  }

  /** Lines for a person. */
  public String table() {
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-62s %14s %-6s",
              figure.words(),
              number(figure.value()),
              figure.unit()));
      Figure.Aim aim = figure.aim();
      if (aim != null) {
        text.append(
            String.format(
                Locale.ROOT,
                "  aim: %s %s (%s)",
                aim.atLeast() ? "at least" : "at most",
                number(aim.bound()),
                aim.isMet(figure.value()) ? "met" : "NOT met"));
      }
      text.append(System.lineSeparator());
    }
    skipped.forEach(what -> text.append("skipped: ").append(what).append(System.lineSeparator()));
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.2f", value);
  }

  /** One object for programs. */
  public String json() {
    ObjectNode result = new ObjectMapper().createObjectNode();
    figures.forEach(figure -> result.put(figure.field(), figure.value()));
    skipped.forEach(what -> result.withArray("skipped").add(what));
    return result.toPrettyString();
  }
}
