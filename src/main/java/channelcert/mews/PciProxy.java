package channelcert.mews;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays the card proxy in front of the two operations that carry cards: replaces card numbers and
 * drops the CVV, so that nothing behind it ever sees them. What is no card number or CVV at all is
 * replaced by something that the contract refuses as well. JSON that cannot be read passes as it
 * is, since the resource cannot read it either.
 */
@PreMatching
@Priority(Priorities.USER + 1000)
final class PciProxy implements ContainerRequestFilter {
  private static final String CARD = "paymentCard";
  private static final Pattern CVV = Pattern.compile("\\d{3,4}");
  private static final String FORBIDDEN_CVV = "000";

  private static final Set<String> PATHS =
      Set.of(
          ProxyAliasResource.GROUP,
          ProxyAliasResource.GROUP_IN_PRODUCTION,
          ProxyAliasResource.GROUP_DIRECT,
          ProxyAliasResource.BLOCK,
          ProxyAliasResource.BLOCK_IN_PRODUCTION,
          ProxyAliasResource.BLOCK_DIRECT);

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (PATHS.contains("/" + request.getUriInfo().getPath(false))) {
      byte[] body = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(withoutCards(body)));
    }
  }

  static byte[] withoutCards(byte[] body) throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream(body.length);
    try (JsonParser parser = Json.mapper().createParser(body);
        JsonGenerator generator = Json.mapper().createGenerator(copy)) {
      while (parser.nextToken() != null) {
        copy(parser, generator);
      }
    } catch (JacksonException unreadable) {
      return body;
    }
    return copy.toByteArray();
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    String secret = parser.currentToken() == JsonToken.FIELD_NAME ? secret(parser) : null;
    if (secret == null) {
      generator.copyCurrentEventExact(parser);
      return;
    }
    JsonToken value = parser.nextToken();
    if (value == JsonToken.VALUE_STRING) {
      replace(secret, parser.getText(), generator);
    } else if (value != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      generator.writeNumberField(secret, 0);
    }
  }

  /** The name of the field when it holds a secret of a card. */
  private static @Nullable String secret(JsonParser parser) throws IOException {
    JsonStreamContext parent = parser.getParsingContext().getParent();
    String name = parser.currentName();
    boolean inCard = parent != null && CARD.equals(parent.getCurrentName());
    return inCard && (name.equals("number") || name.equals("cvv")) ? name : null;
  }

  private static void replace(String secret, String value, JsonGenerator generator)
      throws IOException {
    if (secret.equals("number")) {
      generator.writeStringField(secret, TestCards.token(value));
    } else if (value.equals(FORBIDDEN_CVV)) {
      generator.writeStringField(secret, FORBIDDEN_CVV);
    } else if (!CVV.matcher(value).matches()) {
      generator.writeStringField(secret, "not a CVV");
    }
  }
}
