package channelcert.http.watch;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from an answer what came of a request, in one word for counting. */
public final class Outcomes {
  /** Without an answer. */
  public static final String BROKEN = "broken";

  private static final String SUCCESS = "success";
  private static final int LOOKED_AT = 2000;
  private static final Pattern FAILURE = Pattern.compile("\"success\"\\s*:\\s*false");
  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*(\\d{1,3})");

  private Outcomes() {}

  /** How much of an answer is looked at. */
  static int lookedAt(int length) {
    return Math.min(length, LOOKED_AT);
  }

  /**
   * {@code success}, {@code code_<n>} for the first error of the published form, {@code http_<n>}
   * for another status: the published form answers HTTP 200 whatever happened, and only its content
   * tells.
   *
   * @param beginning of the body; the rest does not matter
   */
  public static String of(int status, byte[] beginning) {
    if (status != 200) {
      return status / 100 == 2 ? SUCCESS : "http_" + status;
    }
    String text = new String(beginning, 0, lookedAt(beginning.length), StandardCharsets.ISO_8859_1);
    if (!FAILURE.matcher(text).find()) {
      return SUCCESS;
    }
    Matcher code = CODE.matcher(text);
    return code.find() ? "code_" + code.group(1) : "failure";
  }
}
