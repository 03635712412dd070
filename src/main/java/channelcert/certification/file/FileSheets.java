package channelcert.certification.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in which cell; writer, page and reader all follow it. */
final class FileSheets {
  static final String FOR_PARTNER = "to be filled in by the partner";
  static final String IF_WANTED = "optional, for the partner";

  /** Lines on which a partner may add system errors of other situations. */
  private static final int MORE_ERRORS = 5;

  private FileSheets() {}

  /** How a cell looks. */
  enum Look {
    TITLE,
    HEADING,
    TEXT,
    PARTNER
  }

  /** A cell; a partner's one has a field. */
  record Cell(String text, Look look, @Nullable PartnerField field) {
    static Cell text(String text) {
      return new Cell(CellText.of(text), Look.TEXT, null);
    }

    static Cell heading(String text) {
      return new Cell(text, Look.HEADING, null);
    }
  }

  /**
   * A sheet.
   *
   * @param widths of the columns, in characters
   * @param heading index of the line that is repeated on every printed page
   */
  record Sheet(String name, List<Integer> widths, int heading, List<List<Cell>> lines) {
    List<PartnerField> fields() {
      return lines.stream()
          .flatMap(List::stream)
          .flatMap(cell -> cell.field() == null ? null : Stream.of(cell.field()))
          .toList();
    }
  }

  static List<Sheet> of(CertificationFile file) {
    return List.of(facts(file), tests(file), errors(file), openPoints(file));
  }

  private static Sheet facts(CertificationFile file) {
    Lines lines = new Lines("Certification", file);
    lines.add(new Cell("Mews channel manager certification", Look.TITLE, null));
    lines.add(
        Cell.text(
            "Yellow cells are for the partner; all others are compared with what was signed when"
                + " the file comes back."));
    lines.headings("Subject", "Value");
    lines.add(Cell.heading("File"), Cell.text(file.content().id()));
    for (FileContent.Fact fact : file.content().facts()) {
      lines.add(
          Cell.heading(fact.label()),
          fact.asked() ? lines.ask(1, fact.key(), fact.label(), true) : Cell.text(fact.value()));
    }
    return lines.sheet(2, 30, 70);
  }

  private static Sheet tests(CertificationFile file) {
    Lines lines = new Lines("Tests", file);
    lines.headings(
        "Code",
        "Test",
        "Scenario",
        "Expected result",
        "Verdict",
        "Date",
        "Evidence",
        "Confirmed as",
        "Remark",
        "Partner");
    for (FileContent.FileRow row : file.content().tests()) {
      lines.add(
          Cell.text(row.code()),
          Cell.text(row.title() + "\n(" + row.requirement() + ")"),
          Cell.text(row.scenario()),
          Cell.text(String.join("\n", row.expected())),
          Cell.text(row.verdict()),
          Cell.text(row.date()),
          Cell.text(ids(row.evidence())),
          Cell.text(String.join(", ", row.confirmationNumbers())),
          Cell.text(row.remark()),
          row.question().isEmpty()
              ? Cell.text("")
              : lines.ask(
                  9, "test." + row.code(), row.code() + ": " + row.question(), row.answerNeeded()));
    }
    return lines.sheet(0, 8, 26, 34, 48, 13, 14, 18, 16, 40, 36);
  }

  /** All of them when they are few: the page of the report has the others. */
  static String ids(List<String> ids) {
    return ids.size() <= 12
        ? String.join(", ", ids)
        : "%s to %s (%d)".formatted(ids.getFirst(), ids.getLast(), ids.size());
  }

  private static Sheet errors(CertificationFile file) {
    Lines lines = new Lines("System errors", file);
    lines.headings("Situation", "Code", "Message to the property");
    for (FileContent.SystemErrorLine error : file.content().systemErrors()) {
      String asked = "System error '" + error.situation() + "'";
      boolean known = !error.code().isEmpty();
      lines.add(
          Cell.text(error.situation()),
          known
              ? Cell.text(error.code())
              : lines.ask(1, error.key() + ".code", asked + ": code", false),
          known
              ? Cell.text(error.message())
              : lines.ask(2, error.key() + ".message", asked + ": message", false));
    }
    for (int more = 1; more <= MORE_ERRORS; more++) {
      String key = "more-error." + more;
      String asked = "Further system error " + more;
      lines.add(
          lines.ask(0, key + ".situation", asked + ": situation", false),
          lines.ask(1, key + ".code", asked + ": code", false),
          lines.ask(2, key + ".message", asked + ": message", false));
    }
    return lines.sheet(0, 36, 20, 80);
  }

  private static Sheet openPoints(CertificationFile file) {
    Lines lines = new Lines("Open points", file);
    lines.headings("Open point");
    List<String> points = file.content().openPoints();
    if (points.isEmpty()) {
      lines.add(Cell.text("None."));
    }
    points.forEach(point -> lines.add(Cell.text(point)));
    return lines.sheet(0, 110);
  }

  /** The lines of a sheet while it is written down. */
  private static final class Lines {
    private final String name;
    private final CertificationFile file;
    private final List<List<Cell>> lines = new ArrayList<>();

    private Lines(String name, CertificationFile file) {
      this.name = name;
      this.file = file;
    }

    private void add(Cell... cells) {
      lines.add(List.of(cells));
    }

    private void headings(String... names) {
      lines.add(Arrays.stream(names).map(Cell::heading).toList());
    }

    private Cell ask(int column, String key, String label, boolean needed) {
      String place = name + "!" + (char) ('A' + column) + (lines.size() + 1);
      String answer = file.answers().get(key);
      String shown = answer != null ? CellText.of(answer) : needed ? FOR_PARTNER : IF_WANTED;
      return new Cell(shown, Look.PARTNER, new PartnerField(key, place, label, needed));
    }

    private Sheet sheet(int heading, Integer... widths) {
      return new Sheet(name, List.of(widths), heading, List.copyOf(lines));
    }
  }
}
