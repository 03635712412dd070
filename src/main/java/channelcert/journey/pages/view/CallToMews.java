package channelcert.journey.pages.view;

/**
 * A call that the partner makes to Mews before its case goes on.
 *
 * @param operation for people
 * @param tokens what it is called with, for people
 * @param body of the request, with words in the place of tokens
 */
public record CallToMews(String operation, String address, String tokens, String body) {
  /** The call as a command; its line can be pasted once the tokens are in. */
  public String command() {
    return "curl -X POST "
        + address
        + " \\\n  -H 'Content-Type: application/json' \\\n  -d '"
        + body
        + "'";
  }
}
