package channelcert.certification.file;

import channelcert.certification.report.VisibleText;

/** Text of others as it stands in a cell: nothing in it runs, nothing misleads. */
final class CellText {
  private static final int LONGEST = 4_000;
  private static final String CUT = " [cut, see report.html]";
  private static final String RUNS = "=+-@\t\r|%";

  private CellText() {}

  /** A leading apostrophe keeps a formula from running, also after somebody edits the cell. */
  static String of(String value) {
    String shown = VisibleText.of(value).strip();
    if (shown.length() > LONGEST) {
      shown = VisibleText.cut(shown, LONGEST) + CUT;
    }
    return !shown.isEmpty() && RUNS.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
  }

  /** What somebody typed, without the apostrophe that a cell needs. */
  static String typed(String cell) {
    String text = plain(cell);
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && RUNS.indexOf(text.charAt(1)) >= 0;
    return guarded ? text.substring(1) : text;
  }

  /** Without what spreadsheet programs do to line ends and margins. */
  static String plain(String cell) {
    return cell.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
