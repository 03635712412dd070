package channelcert.certification.verdict;

/**
 * Forms of earlier versions of the API that partners may still send, and the one policy about them
 * (docs/old-forms.md): what Mews still reads without loss passes with a note; what it would read
 * wrongly, or not forward, fails.
 */
public enum OldForm {
  CHANNEL("channel of a booking", "sources", "September 2022", true),
  PERSON_COUNTS("adultCount and childCount", "guestCounts", "April 2022", true),
  SINGLE_ERROR("error, in the singular", "errors", "May 2024", false),
  CODE_4("error code 4", "code 10 with categoryCode", "August 2022", false),
  CODE_5("error code 5", "code 9 with rateCode", "August 2022", false);

  private final String words;
  private final String successor;
  private final String since;
  private final boolean passes;

  OldForm(String words, String successor, String since, boolean passes) {
    this.words = words;
    this.successor = successor;
    this.since = since;
    this.passes = passes;
  }

  /** What is old. */
  public String words() {
    return words;
  }

  /** What replaced it. */
  public String successor() {
    return successor;
  }

  /** Month and year from which on it is deprecated. */
  public String since() {
    return since;
  }

  /** Whether it passes with a note. */
  public boolean passes() {
    return passes;
  }

  /** The same sentence wherever it is met. */
  public String sentence() {
    return words + " is deprecated since " + since + ", " + successor + " replaces it";
  }

  /** Whether an error code is an old one. */
  static boolean isOldCode(int code) {
    return code == 4 || code == 5;
  }
}
