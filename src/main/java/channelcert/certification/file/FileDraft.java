package channelcert.certification.file;

import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.SystemError;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.report.Rows;
import channelcert.certification.report.Wording;
import channelcert.certification.verdict.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a certification file down: what is known, and what is left to the partner. */
public final class FileDraft {
  private static final String NOT_RUN = "not run";

  /** What every partner has to word, domain reference 9.4. */
  private static final Map<String, String> SITUATIONS =
      new TreeMap<>(
          Map.of("timeout", "time-out", "maintenance", "maintenance", "downtime", "downtime"));

  private final String id;
  private final List<FileContent.Fact> facts = new ArrayList<>();
  private final Map<String, RowOutcome> outcomes = new TreeMap<>();
  private final List<FileContent.SystemErrorLine> errors = new ArrayList<>();
  private final List<String> points = new ArrayList<>();

  /**
   * Begins a file.
   *
   * @param id what it is called
   */
  public FileDraft(String id) {
    this.id = id;
  }

  public FileDraft known(String key, String label, String value) {
    facts.add(FileContent.Fact.known(key, label, value));
    return this;
  }

  /** A fact that the partner is asked for where it is not known. */
  public FileDraft orAsked(String key, String label, String value) {
    facts.add(FileContent.Fact.orAsked(key, label, value));
    return this;
  }

  /** The registered address of each operation. */
  public FileDraft endpoints(Map<String, String> addresses) {
    new TreeMap<>(addresses)
        .forEach((operation, url) -> known("endpoint." + operation, "Endpoint " + operation, url));
    return this;
  }

  /** What the candidate says it can do. */
  public FileDraft capabilities(Capabilities can) {
    known(
        "pricing",
        "Prices",
        String.join(", ", can.pricing().stream().map(each -> word(each.name())).sorted().toList()));
    known("horizon", "Nights of a full update", Integer.toString(can.horizonDays()));
    known(
        "limits", "Limits of a message", can.maxItems() + " items, " + can.chunkDays() + " nights");
    return known("features", "Further features", features(can));
  }

  private static String features(Capabilities can) {
    List<String> features = new ArrayList<>();
    if (can.extras()) {
      features.add("products in reservations");
    }
    if (can.ageCategories()) {
      features.add("prices by age");
    }
    if (can.sources()) {
      features.add("sources");
    }
    if (can.blocks()) {
      features.add("availability blocks");
    }
    return features.isEmpty() ? "none" : String.join(", ", features);
  }

  /** How tests ended; a later outcome of a test replaces an earlier one. */
  public FileDraft outcomes(List<RowOutcome> some) {
    some.forEach(each -> outcomes.put(each.code(), each));
    return this;
  }

  /** How the candidate words its system errors. */
  public FileDraft systemErrors(List<SystemError> declared) {
    int number = 0;
    for (SystemError each : declared) {
      number++;
      errors.add(
          new FileContent.SystemErrorLine(
              "error." + number, each.situation(), Integer.toString(each.code()), each.message()));
    }
    return this;
  }

  /** Something else that is left to do. */
  public FileDraft openPoint(String sentence) {
    points.add(sentence);
    return this;
  }

  /** The content. */
  public FileContent content() {
    List<FileContent.FileRow> rows = Catalogue.rows().stream().map(this::row).toList();
    askForErrors();
    List<String> open = new ArrayList<>();
    rows.stream().flatMap(row -> openPoint(row).stream()).forEach(open::add);
    errors.stream()
        .filter(each -> each.code().isEmpty())
        .map(
            each ->
                "ERR-1: code and message of the system error '%s' are not given yet."
                    .formatted(each.situation()))
        .forEach(open::add);
    open.addAll(points);
    return new FileContent(
        FileContent.SCHEMA, id, List.copyOf(facts), rows, List.copyOf(errors), List.copyOf(open));
  }

  private FileContent.FileRow row(CertificationTest test) {
    RowOutcome outcome = outcomes.get(test.code());
    boolean open = outcome == null || Rows.isOpen(outcome.verdict());
    return new FileContent.FileRow(
        test.code(),
        test.title(),
        Wording.requirement(test.requirement()),
        test.scenario(),
        test.expectations().stream().map(Expectation::statement).toList(),
        outcome == null ? NOT_RUN : Wording.verdict(outcome.verdict()),
        outcome == null ? "" : Wording.time(outcome.at()),
        outcome == null ? List.of() : outcome.evidence(),
        outcome == null ? List.of() : outcome.confirmationNumbers(),
        outcome == null ? "" : outcome.remark(),
        question(test.code()),
        open && outcome != null && !test.code().startsWith("ERR-"));
  }

  /** What Mews asks a person for, by row; empty where the messages say everything. */
  private static String question(String code) {
    if (code.startsWith("INV-")) {
      return "values seen in the extranet";
    }
    if (code.startsWith("RES-")) {
      return "booking looks right in both systems";
    }
    return switch (code) {
      case "ERR-5" -> "who deactivated the connection";
      case "ERR-6" -> "log entry of the refused booking";
      default -> "";
    };
  }

  private void askForErrors() {
    SITUATIONS.forEach(
        (key, situation) -> {
          if (errors.stream().noneMatch(each -> isAbout(each.situation(), situation))) {
            errors.add(new FileContent.SystemErrorLine("error." + key, situation, "", ""));
          }
        });
  }

  private static boolean isAbout(String declared, String situation) {
    return letters(declared).contains(letters(situation));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static List<String> openPoint(FileContent.FileRow row) {
    boolean done =
        row.verdict().equals("passed")
            || row.verdict().equals("not applicable")
            || (row.verdict().equals(NOT_RUN) && row.requirement().equals("optional"));
    return done ? List.of() : List.of(row.code() + " " + row.title() + ": " + row.verdict() + ".");
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
