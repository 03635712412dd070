package channelcert.http.watch;

import java.time.Duration;

/**
 * A request that is over.
 *
 * @param id identifier that the caller was told, its own one where it gave a usable one
 * @param operation name of what was called; {@code unknown} where nothing is served
 * @param status HTTP status; 0 when the connection was gone before the answer
 * @param outcome {@code success}, {@code code_<n>} for the first error of the published form,
 *     {@code http_<n>} for another status than 200, {@code broken} without an answer
 * @param took from its first byte to the last one of its answer
 * @param requestBytes of the body as it was sent
 * @param answerBytes of the body of the answer
 */
public record ServedRequest(
    String id,
    String operation,
    int status,
    String outcome,
    Duration took,
    long requestBytes,
    long answerBytes) {}
