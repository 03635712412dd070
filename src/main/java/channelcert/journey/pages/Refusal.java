package channelcert.journey.pages;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What {@link ErrorPages} makes a page of. */
record Refusal(String message) {
  Response answer(int status) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this).build();
  }

  static WebApplicationException of(int status, String message) {
    return new WebApplicationException(message, new Refusal(message).answer(status));
  }
}
