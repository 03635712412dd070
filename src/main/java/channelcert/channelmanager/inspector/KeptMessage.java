package channelcert.channelmanager.inspector;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with its answer, masked.
 *
 * @param number counts the messages of this process, from 1
 * @param incoming whether Mews sent it to us
 * @param operation published name
 * @param address what was called; a path for incoming messages
 * @param connection mask of the token of its connection; absent where the body names none
 * @param status HTTP status of the answer; 0 without one
 * @param request body as far as it is kept
 * @param requestBytes length of the whole body
 * @param answer body as far as it is kept
 * @param failure why there was no answer, in words; absent when there was one
 */
public record KeptMessage(
    long number,
    boolean incoming,
    String operation,
    String address,
    Instant at,
    Duration duration,
    @Nullable String connection,
    int status,
    String request,
    long requestBytes,
    boolean complete,
    String answer,
    @Nullable String failure) {

  /** Whether the answer says that the message was taken. */
  public boolean succeeded() {
    return failure == null && status == 200 && !answer.contains("\"success\":false");
  }

  /** Only pushes can be taken in again. */
  public boolean isPush() {
    return incoming && operation.startsWith("update");
  }

  long memory() {
    return 2L * (request.length() + answer.length()) + 500;
  }
}
