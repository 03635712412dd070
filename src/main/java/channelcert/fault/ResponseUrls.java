package channelcert.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import channelcert.exchange.Body;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points {@code responseUrl} of messages towards the candidate to the proxy, so that asynchronous
 * results pass it too. Works on the bytes: a push has several megabytes and is not parsed for this.
 */
final class ResponseUrls {
  private static final Set<String> CARRIERS =
      Set.of(
          "updateAvailability",
          "updatePrices",
          "updateRestrictions",
          "processGroup",
          "processAvailabilityBlock");

  private static final String NAME = "\"responseUrl\"";
  private static final Pattern VALUE = Pattern.compile("\\s*:\\s*\"(https?://[^/\"\\\\]+)");

  private final URI mewsUrl;

  ResponseUrls(URI mewsUrl) {
    this.mewsUrl = mewsUrl;
  }

  Request pointToProxy(Request request) {
    boolean carrier =
        request.endpoint().host() == Party.CANDIDATE
            && CARRIERS.contains(request.endpoint().operation());
    return carrier ? request.withBody(rewritten(request.body())) : request;
  }

  private Body rewritten(Body body) {
    String text = new String(body.bytes(), ISO_8859_1);
    int name = text.indexOf(NAME);
    if (name < 0) {
      return body;
    }
    Matcher value = VALUE.matcher(text).region(name + NAME.length(), text.length());
    return value.lookingAt()
        ? Body.of(
            (text.substring(0, value.start(1)) + mewsUrl + text.substring(value.end(1)))
                .getBytes(ISO_8859_1))
        : body;
  }
}
