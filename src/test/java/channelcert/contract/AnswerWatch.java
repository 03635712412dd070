package channelcert.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

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
      ByteArrayOutputStream body = written.get(response);
      if (body == null) {
        body = new ByteArrayOutputStream();
        written.set(response, body);
      }
      Buffer part = content.getContent().duplicate();
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      if (body.size() <= LARGEST) {
        body.writeBytes(bytes);
      }
      if (content.isLast()) {
        written.remove(response);
        if (body.size() <= LARGEST) {
          WrongAnswers.note(answer(response, body.toString(StandardCharsets.UTF_8)));
        }
      }
    }

    private static Answer answer(HttpResponsePacket response, String body) {
      HttpRequestPacket request = response.getRequest();
      @Nullable String contentType = response.getContentType();
      return new Answer(
          request.getMethod().toString(),
          request.getRequestURI(),
          response.getStatus(),
          contentType == null ? "" : contentType,
          body);
    }
  }
}
