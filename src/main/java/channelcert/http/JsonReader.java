package channelcert.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Hands a resource a body only when it is complete, of the contract's form and within limits. */
@Consumes(MediaType.APPLICATION_JSON)
final class JsonReader implements MessageBodyReader<Object> {
  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    requireUtf8(mediaType.getParameters().get(MediaType.CHARSET_PARAMETER));
    requirePlain(headers.getFirst(HttpHeaders.CONTENT_ENCODING));
    if (type.equals(StreamedJson.class)) {
      return new StreamedJson(body);
    }
    try {
      return JsonInput.read(body, type);
    } catch (Unreadable unreadable) {
      throw invalid(unreadable.ofRequest());
    }
  }

  private static void requireUtf8(@Nullable String charset) {
    if (charset != null && !StandardCharsets.UTF_8.name().equalsIgnoreCase(charset)) {
      throw invalid("The body is announced in another encoding than UTF-8; send JSON in UTF-8.");
    }
  }

  private static void requirePlain(@Nullable String contentEncoding) {
    if (contentEncoding != null && !"identity".equalsIgnoreCase(contentEncoding)) {
      throw invalid("The body is compressed; send it without a Content-Encoding.");
    }
  }

  private static RefusedRequest invalid(String message) {
    return new RefusedRequest(new Fault(Fault.Kind.INVALID, message));
  }
}
