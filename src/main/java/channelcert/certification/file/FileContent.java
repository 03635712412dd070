package channelcert.certification.file;

import java.util.List;

/**
 * What a certification file says of a candidate; the same content makes the workbook, the page and
 * the signed form.
 *
 * @param schema name of the layout; a change that breaks readers takes the next number
 * @param id what the file is called, so that two of them are not mistaken for each other
 * @param facts who was certified, when, where and how
 * @param tests the 25 tests in published order
 * @param systemErrors how the candidate words its system errors (ERR-1)
 * @param openPoints what is left to do, in sentences
 */
public record FileContent(
    String schema,
    String id,
    List<Fact> facts,
    List<FileRow> tests,
    List<SystemErrorLine> systemErrors,
    List<String> openPoints) {
  public static final String SCHEMA = "channelcert-file/1";

  /**
   * Something about the candidate.
   *
   * @param key its stable name
   * @param value empty where only the partner knows
   * @param asked whether the partner has to fill it in
   */
  public record Fact(String key, String label, String value, boolean asked) {
    static Fact known(String key, String label, String value) {
      return new Fact(key, label, value, false);
    }

    /** Asks the partner where nothing is known. */
    static Fact orAsked(String key, String label, String value) {
      return new Fact(key, label, value, value.isBlank());
    }
  }

  /**
   * A test.
   *
   * @param date when it ran last; empty when it did not
   * @param evidence numbers of the exchanges that show it
   * @param remark what was not as expected
   * @param question what only the partner can say; empty where the messages say everything
   * @param answerNeeded whether the file is incomplete without an answer
   */
  public record FileRow(
      String code,
      String title,
      String requirement,
      String scenario,
      List<String> expected,
      String verdict,
      String date,
      List<String> evidence,
      List<String> confirmationNumbers,
      String remark,
      String question,
      boolean answerNeeded) {}

  /**
   * A system error of the candidate; code and message are empty where only the partner knows.
   *
   * @param key its stable name
   */
  public record SystemErrorLine(String key, String situation, String code, String message) {}
}
