package channelcert.http;

import channelcert.http.FaultForm.FaultAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Answers a request whose body will not be read. The rest of the body is thrown away for a while
 * before the connection closes: a connection that is closed over unread bytes is reset, and the
 * caller would never see the answer.
 */
final class GateAnswers {
  private static final long LINGER_SECONDS = 5;

  private final FaultForm form;
  private final ScheduledExecutorService clock;

  GateAnswers(FaultForm form, ScheduledExecutorService clock) {
    this.form = form;
    this.clock = clock;
  }

  /** Answers with the fault unless the request was let through or refused in the meantime. */
  void refuse(Connection<?> connection, Arrival arrival, Fault fault) {
    if (!arrival.refuse()) {
      return;
    }
    arrival.request().setSkipRemainder(true);
    FaultAnswer answer = form.answer(fault, arrival.path());
    byte[] json = json(answer);
    HttpResponsePacket response = arrival.request().getResponse();
    response.setStatus(answer.status());
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.setHeader(Header.Connection, "close");
    var _ =
        connection.write(
            HttpContent.create(
                response, true, Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, json)));
    var _ = clock.schedule(connection::closeSilently, LINGER_SECONDS, TimeUnit.SECONDS);
  }

  /** The answer as bytes; what a fault form gives can always be written. */
  static byte[] json(FaultAnswer answer) {
    try {
      return Json.mapper().writeValueAsBytes(answer.body());
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
