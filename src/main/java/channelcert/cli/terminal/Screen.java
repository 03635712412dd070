package channelcert.cli.terminal;

import channelcert.certification.verdict.Verdict;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Where lines are shown, and what can be shown there.
 *
 * @param out takes the lines
 * @param live whether a line can be rewritten in place
 * @param colour whether colours are wanted and understood
 * @param signs whether signs beyond ASCII can be shown
 * @param width columns
 */
public record Screen(PrintWriter out, boolean live, boolean colour, boolean signs, int width) {
  private static final int USUAL_WIDTH = 80;
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final String RESET = "\u001b[0m";

  /** A screen for logs: no colours, no signs, nothing rewritten. */
  public static Screen plain(PrintWriter out) {
    return new Screen(out, false, false, false, USUAL_WIDTH);
  }

  /**
   * The standard output of this process.
   *
   * @param environment NO_COLOR, TERM and COLUMNS are read
   */
  // Since Java 25 there is no console again where there is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  public static Screen standardOutput(PrintWriter out, Map<String, String> environment) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    Charset charset = System.out.charset();
    return of(out, environment, terminal, charset);
  }

  static Screen of(
      PrintWriter out, Map<String, String> environment, boolean terminal, Charset charset) {
    boolean colour =
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    boolean signs = charset.canEncode() && charset.newEncoder().canEncode("✓✗…█░");
    return new Screen(out, colour, colour, signs, width(environment.getOrDefault("COLUMNS", "")));
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{1,3}")
        ? Math.max(60, Integer.parseInt(columns))
        : USUAL_WIDTH;
  }

  void line(String text) {
    out.println(live ? ERASE_LINE + text : text);
    out.flush();
  }

  /** Shows a line that the next one replaces; only where the screen is live. */
  void passing(String text) {
    if (live) {
      out.print(ERASE_LINE + Columns.fit(text, width - 1, signs));
      out.flush();
    }
  }

  /** A verdict's sign, or nothing where signs cannot be shown. */
  String sign(Verdict verdict) {
    if (!signs) {
      return "";
    }
    return switch (verdict) {
      case PASSED -> "✓ ";
      case FAILED -> "✗ ";
      case INCONCLUSIVE -> "? ";
      case NOT_APPLICABLE -> "- ";
      case HARNESS_ERROR -> "! ";
    };
  }

  String paint(Verdict verdict, String text) {
    return switch (verdict) {
      case PASSED -> paint("32", text);
      case FAILED -> paint("31", text);
      case INCONCLUSIVE -> paint("33", text);
      case NOT_APPLICABLE -> paint("2", text);
      case HARNESS_ERROR -> paint("35", text);
    };
  }

  String faint(String text) {
    return paint("2", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
