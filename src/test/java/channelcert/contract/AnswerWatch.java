package channelcert.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Holds every answer of every server against the spec, byte for byte as it leaves, whoever wrote
 * it: a resource, a fault, the gate or the container. The servers find this on the class path of
 * the tests.
 */
public final class AnswerWatch implements AddOn {
  private static final int LARGEST = 8 << 20;

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class), new Watching());
  }

  private static final class Watching extends BaseFilter {
    private final Attribute<ByteArrayOutputStream> written =
        Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(AnswerWatch.class.getName());

    @Override
    public NextAction handleWrite(FilterChainContext context) {
      if (context.getMessage() instanceof HttpContent content
          && content.getHttpHeader() instanceof HttpResponsePacket response
          && response.getRequest() != null) {
        take(response, content);
      }
      return context.getInvokeAction();
    }

    private void take(HttpResponsePacket response, HttpContent content) {
      Optional<Promise> promise = promise(response.getRequest());
      if (promise.isEmpty()) {
        return;
      }
      ByteArrayOutputStream body = written.get(response);
      if (body == null) {
        body = new ByteArrayOutputStream();
        written.set(response, body);
      }
      Buffer part = content.getContent().duplicate();
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      body.writeBytes(bytes);
      if (content.isLast() && body.size() <= LARGEST) {
        written.remove(response);
        hold(promise.get(), response, body.toString(StandardCharsets.UTF_8));
      }
    }

    private static void hold(Promise promise, HttpResponsePacket response, String body) {
      List<String> broken =
          promise.broken(
              response.getStatus(), Optional.ofNullable(response.getContentType()), body);
      HttpRequestPacket request = response.getRequest();
      WrongAnswers.note(
          broken.stream()
              .map(
                  each ->
                      "%s %s: %s (in %s)"
                          .formatted(
                              request.getMethod(), request.getRequestURI(), each, shown(body)))
              .toList());
    }

    private static String shown(String body) {
      return body.substring(0, Math.min(body.length(), 600)).replace('\n', ' ');
    }

    private static Optional<Promise> promise(HttpRequestPacket request) {
      return Promise.of(request.getMethod().toString(), request.getRequestURI());
    }
  }
}
