package channelcert.http;

import channelcert.http.FaultForm.FaultAnswer;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives everything that is thrown the form of the API. */
final class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

  private final FaultForm form;
  private final AtomicLong internalFaults = new AtomicLong();

  @Context private @Nullable UriInfo uri;

  FaultMapper(FaultForm form) {
    this.form = form;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case RefusedRequest refused -> answer(refused.fault(), refused.allowed());
      case NotFoundException unknown ->
          answer(new Fault(Fault.Kind.NOT_FOUND, "Nothing is served at this address."), Set.of());
      case NotAllowedException method ->
          answer(
              new Fault(Fault.Kind.METHOD_NOT_ALLOWED, "The method is not served here."), Set.of());
      case NotSupportedException type -> answer(wrongContentType(), Set.of());
      case WebApplicationException worded when isWorded(worded.getResponse()) ->
          worded.getResponse();
      case WebApplicationException malformed when malformed.getResponse().getStatus() / 100 == 4 ->
          answer(
              new Fault(Fault.Kind.INVALID, "The request is malformed; check its headers."),
              Set.of());
      default -> answer(internal(thrown), Set.of());
    };
  }

  /** A resource gives its refusal a body of the contract; a mere string comes from the server. */
  private static boolean isWorded(Response response) {
    return response.hasEntity() && !(response.getEntity() instanceof String);
  }

  static Fault wrongContentType() {
    return new Fault(
        Fault.Kind.INVALID,
        "The body is not announced as JSON; send the header Content-Type: application/json.");
  }

  private Fault internal(Throwable thrown) {
    String id = "f-" + internalFaults.incrementAndGet();
    LOG.error("Internal fault {} at {}", id, path(), thrown);
    return new Fault(
        Fault.Kind.INTERNAL,
        "The request failed for a reason on this side (fault " + id + "); send it again later.");
  }

  private Response answer(Fault fault, Set<String> allowed) {
    FaultAnswer answer = form.answer(fault, path());
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answer.body());
    if (!allowed.isEmpty()) {
      response.header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }
    return response.build();
  }

  private String path() {
    return uri == null ? "/" : "/" + uri.getPath(false);
  }
}
