package channelcert.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request with its answer, as it went over the wire: bodies are the bytes that were sent and
 * received, with tokens and card data masked in place. Written once, never changed.
 *
 * @param id number in the run, for example {@code e-0001}, in the order in which requests started
 * @param direction who asked whom
 * @param operation published name of the operation; for the driver its operationId
 * @param method HTTP method
 * @param url the address that was called
 * @param startedAt when the request was started or arrived
 * @param duration until the answer was complete or given up
 * @param requestBody body of the request, empty when there was none
 * @param status HTTP status of the answer; 0 when there was no answer
 * @param contentType content type of the answer, absent without answer or header
 * @param responseBody body of the answer, empty when there was none; at most what the caller was
 *     willing to read
 * @param failure why there is no usable answer (refused connection, time-out, too large), in words
 *     for a person
 */
public record Exchange(
    String id,
    Direction direction,
    String operation,
    String method,
    URI url,
    Instant startedAt,
    Duration duration,
    Body requestBody,
    int status,
    @Nullable String contentType,
    Body responseBody,
    @Nullable String failure) {}
