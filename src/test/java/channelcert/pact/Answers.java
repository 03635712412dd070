package channelcert.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;

/**
 * What a consumer relies on in an answer: exact where the certification is exact, by rule where it
 * leaves room.
 */
final class Answers {
  private Answers() {}

  static DslPart success() {
    return new PactDslJsonBody().booleanValue("success", true);
  }

  /**
   * A refusal whose first error has one of the codes.
   *
   * @param codes regular expression over the code, for example {@code 3|8}
   * @param example a code that fits
   */
  static DslPart refusal(String codes, int example) {
    return error(codes, example).closeObject().closeArray();
  }

  /** As {@link #refusal}, with a field that names the offending code. */
  static DslPart refusal(int code, String field, String value) {
    return error(Integer.toString(code), code).stringValue(field, value).closeObject().closeArray();
  }

  private static PactDslJsonBody error(String codes, int example) {
    return new PactDslJsonBody()
        .booleanValue("success", false)
        .array("errors")
        .object()
        .integerMatching("code", codes, example)
        .stringMatcher("message", "(?s).{15,}", "Tells the property what is wrong and what to do.");
  }
}
