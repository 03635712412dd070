package channelcert.http;

import channelcert.exchange.Body;
import channelcert.exchange.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Future;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.MemoryManager;
import org.jspecify.annotations.Nullable;

/**
 * One request from its first byte until its answer: the body as far as it has arrived, and what the
 * recorder is told in the end. The thread that reads, the one that answers and the clock of the
 * deadline meet here.
 */
final class Arrival {
  private enum State {
    ARRIVING,
    SERVED,
    REFUSED
  }

  private final HttpRequestPacket request;
  private final String path;
  private final ArrivingBody body;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private Recorder.@Nullable Open recording;
  private @Nullable Future<?> deadline;
  private State state = State.ARRIVING;

  /**
   * Starts with nothing arrived.
   *
   * @param recording absent when nobody records the address
   */
  Arrival(HttpRequestPacket request, String path, Recorder.@Nullable Open recording) {
    this.request = request;
    this.path = path;
    this.recording = recording;
    this.body = new ArrivingBody(recording == null);
  }

  HttpRequestPacket request() {
    return request;
  }

  String path() {
    return path;
  }

  synchronized boolean isRecorded() {
    return recording != null;
  }

  synchronized boolean isArriving() {
    return state == State.ARRIVING;
  }

  synchronized boolean isRefused() {
    return state == State.REFUSED;
  }

  synchronized void startClock(Future<?> clock) {
    deadline = clock;
  }

  synchronized boolean hasClock() {
    return deadline != null;
  }

  /** Keeps the bytes up to the limit; false when there are more. */
  synchronized boolean take(Buffer chunk, long limit) throws IOException {
    if (state != State.ARRIVING) {
      return true;
    }
    int fitting = (int) Math.min(chunk.remaining(), limit - body.size());
    body.add(chunk, fitting);
    return fitting == chunk.remaining();
  }

  synchronized long arrived() {
    return body.size();
  }

  /** The body is complete: the whole of it, and no deadline any more. */
  synchronized Buffer complete(MemoryManager<?> manager) throws IOException {
    state = State.SERVED;
    stopClock();
    return body.complete(manager);
  }

  /** Whoever asks first may refuse; false when the request was let through or refused before. */
  synchronized boolean refuse() {
    if (state != State.ARRIVING) {
      return false;
    }
    state = State.REFUSED;
    stopClock();
    if (recording == null) {
      body.release();
    }
    return true;
  }

  /** A part of the answer goes out; with the last one the exchange is recorded. */
  synchronized void answering(HttpResponsePacket response, Buffer part, boolean last) {
    Recorder.Open open = recording;
    if (open != null) {
      answer.writeBytes(bytes(part, part.remaining()));
    }
    if (last) {
      recording = null;
      if (open != null) {
        open.answered(
            Body.of(body.bytes()),
            response.getStatus(),
            response.getContentType(),
            Body.of(answer.toByteArray()));
      }
      body.release();
    }
  }

  /** The connection is gone. */
  synchronized void abandoned(String reason) {
    stopClock();
    if (recording != null) {
      Recorder.Open open = recording;
      recording = null;
      open.failed(Body.of(body.bytes()), reason);
    }
    body.release();
  }

  private void stopClock() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  /** Copies without moving the position of the buffer. */
  private static byte[] bytes(Buffer buffer, int length) {
    byte[] copy = new byte[length];
    int position = buffer.position();
    buffer.get(copy);
    buffer.position(position);
    return copy;
  }
}
