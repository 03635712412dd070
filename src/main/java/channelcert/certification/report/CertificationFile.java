package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The certification file as a workbook: filled in as far as evidence goes. What only the partner
 * knows is marked by colour and in words.
 */
final class CertificationFile {
  static final String FOR_PARTNER = "to be filled in by the partner";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Code", 9),
          new Column("Test", 38),
          new Column("Requirement", 13),
          new Column("Verdict", 15),
          new Column("Date", 24),
          new Column("Evidence", 26),
          new Column("Confirmation numbers", 24),
          new Column("Remark", 60),
          new Column("Partner", 44));

  private static final int LONGEST_CELL = 4_000;
  private static final int MOST_IDS = 12;
  private static final String INK = "1C2430";
  private static final String LINE = "D5DAE1";
  private static final String HEAD = "E9ECF1";
  private static final String PARTNER = "FFF3C4";

  private final RunResult run;
  private final Evidence evidence;

  CertificationFile(RunResult run, Evidence evidence) {
    this.run = run;
    this.evidence = evidence;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Channelcert", "1.0")) {
      Worksheet sheet = book.newWorksheet("Certification");
      int header = facts(sheet);
      table(sheet, header);
      page(sheet, header);
    }
    return out.toByteArray();
  }

  /** Who was certified, when and how; returns the line on which the table begins. */
  private int facts(Worksheet sheet) {
    text(sheet, 0, 0, "Mews channel manager certification");
    sheet.style(0, 0).bold().fontSize(16).fontColor(INK).format("@").set();
    int line = 2;
    line = fact(sheet, line, "Partner / candidate", run.candidate());
    line = fact(sheet, line, "Date", Wording.time(run.startedAt()));
    line = fact(sheet, line, "Attempt", Integer.toString(run.attempt()));
    line = fact(sheet, line, "Seed", Long.toString(run.seed()));
    line = fact(sheet, line, "Verdict", Wording.verdict(run.verdict()));
    line = fact(sheet, line, "Result", Rows.sentence(run));
    for (String open : List.of("Partner ID", "Contact", "Application", "Pilot property")) {
      line = fact(sheet, line, open, FOR_PARTNER);
    }
    return line + 1;
  }

  private static int fact(Worksheet sheet, int line, String name, String value) {
    text(sheet, line, 0, name);
    sheet.style(line, 0).bold().fontColor(INK).format("@").set();
    text(sheet, line, 1, value);
    mark(sheet, line, 1, value);
    return line + 1;
  }

  private void table(Worksheet sheet, int header) {
    for (int column = 0; column < COLUMNS.size(); column++) {
      text(sheet, header, column, COLUMNS.get(column).name());
      sheet
          .style(header, column)
          .bold()
          .fontColor(INK)
          .fillColor(HEAD)
          .borderStyle(BorderStyle.THIN)
          .borderColor(LINE)
          .format("@")
          .set();
      sheet.width(column, COLUMNS.get(column).width());
    }
    int line = header + 1;
    for (RowResult row : run.tests()) {
      row(sheet, line++, row);
    }
  }

  private void row(Worksheet sheet, int line, RowResult row) {
    List<String> cells =
        List.of(
            row.code(),
            row.title(),
            Wording.requirement(row.requirement()),
            Wording.verdict(row.verdict()),
            Wording.time(run.startedAt()),
            ids(Rows.exchanges(row).stream().sorted().toList()),
            confirmationNumbers(row),
            remark(row),
            partnerPart(row.code()));
    for (int column = 0; column < cells.size(); column++) {
      text(sheet, line, column, cells.get(column));
      mark(sheet, line, column, cells.get(column));
    }
  }

  private static String ids(List<String> ids) {
    return ids.size() <= MOST_IDS
        ? String.join(", ", ids)
        : "%s to %s (%d)".formatted(ids.getFirst(), ids.getLast(), ids.size());
  }

  /** Error tests confirm bookings that never existed: their numbers are none of the candidate's. */
  private String confirmationNumbers(RowResult row) {
    return row.code().startsWith("RES-")
        ? String.join(", ", evidence.confirmationNumbers(row))
        : "";
  }

  private static String remark(RowResult row) {
    return Rows.open(row).stream().map(CertificationFile::remark).collect(Collectors.joining("\n"));
  }

  private static String remark(ExpectationResult result) {
    return "%s: %s. Received: %s"
        .formatted(Wording.verdict(result.verdict()), result.statement(), result.actual());
  }

  /** What Mews asks a person for, by row; empty where the messages say everything. */
  private static String partnerPart(String code) {
    if (code.startsWith("INV-")) {
      return "Values seen in the extranet: " + FOR_PARTNER;
    }
    if (code.startsWith("RES-")) {
      return "Booking looks right in both systems: " + FOR_PARTNER;
    }
    return switch (code) {
      case "ERR-1" -> "List of all system errors with codes and messages: " + FOR_PARTNER;
      case "ERR-5" -> "Who deactivated the connection: " + FOR_PARTNER;
      case "ERR-6" -> "Log entry of the refused booking: " + FOR_PARTNER;
      default -> "";
    };
  }

  /** Cells are text, always: a leading apostrophe keeps a formula from running after any edit. */
  private static void text(Worksheet sheet, int line, int column, String value) {
    String shown = VisibleText.of(value).strip();
    if (shown.length() > LONGEST_CELL) {
      shown = VisibleText.cut(shown, LONGEST_CELL) + " [cut, see report.html]";
    }
    boolean formula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
    sheet.value(line, column, formula ? "'" + shown : shown);
  }

  private static void mark(Worksheet sheet, int line, int column, String value) {
    var style =
        sheet
            .style(line, column)
            .wrapText(true)
            .verticalAlignment("top")
            .horizontalAlignment("left")
            .borderStyle(BorderStyle.THIN)
            .borderColor(LINE)
            .fontColor(INK)
            .format("@");
    (value.endsWith(FOR_PARTNER) ? style.fillColor(PARTNER) : style).set();
  }

  private static void page(Worksheet sheet, int header) {
    sheet.repeatRows(header);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private record Column(String name, double width) {}
}
