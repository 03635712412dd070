package channelcert.certification.report;

import channelcert.certification.verdict.Verdict;
import java.util.Locale;

/** The sign of an outcome, told apart by its shape as well as by its colour. */
final class Icon {
  private Icon() {}

  /** The drawings, once a page; {@link #write} refers to them. */
  static void sprite(Html html) {
    html.open("svg", "width", "0", "height", "0", "class", "sprite", "aria-hidden", "true");
    for (Verdict verdict : Verdict.values()) {
      html.open("symbol", "id", id(verdict), "viewBox", "0 0 16 16");
      html.open("circle", "cx", "8", "cy", "8", "r", "8").close();
      html.open("path", "d", path(verdict)).close();
      html.close();
    }
    html.close();
  }

  static void write(Html html, Verdict verdict) {
    html.open("svg", "class", "icon " + style(verdict), "aria-hidden", "true");
    html.open("use", "href", "#" + id(verdict)).close();
    html.close();
  }

  /** Class of everything that shows an outcome. */
  static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String id(Verdict verdict) {
    return "icon-" + style(verdict);
  }

  private static String path(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "M4.6 8.3 7 10.7 11.5 5.7";
      case FAILED -> "M5.3 5.3 10.7 10.7M10.7 5.3 5.3 10.7";
      case INCONCLUSIVE -> "M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M8 11.7v.1";
      case NOT_APPLICABLE -> "M4.8 8h6.4";
      case HARNESS_ERROR -> "M8 4.3v4.4M8 11.5v.1";
    };
  }
}
