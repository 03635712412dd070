package channelcert.contract;

import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** A server that gives every caller the same answer. */
@Path("/")
public record Answering(int status, String contentType, String body) {
  static final String PUSHES = "/updateAvailability";
  static final String PAGE = "/portal/cases";

  @POST
  @Path(PUSHES)
  public Response push() {
    return Response.status(status)
        .type(contentType)
        .entity(body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  @GET
  @Path(PAGE)
  public Response page() {
    return push();
  }

  /** Starts the server and calls it once. */
  void call(String method, String path) throws IOException, InterruptedException {
    try (Listener listener =
        Listener.start(ListenerSettings.loopback(0, Clock.systemUTC()), List.of(this))) {
      call(method, URI.create(listener.uri() + path));
    }
  }

  static void call(String method, URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  /** Answers wrongly once. */
  public static void main(String[] arguments) throws Exception {
    new Answering(200, "application/json", "{}").call("POST", PUSHES);
  }
}
