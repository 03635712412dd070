package channelcert.channelmanager.inspector;

import channelcert.exchange.Body;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Copies what Mews sends, and what it is answered, while both pass by. */
public final class IncomingTap
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
  private static final String TAPPED = IncomingTap.class.getName();
  private static final Set<String> OURS = Set.of("driver", "extranet", "ota");

  private final MessageLog log;

  public IncomingTap(MessageLog log) {
    this.log = log;
  }

  /** What was copied so far. */
  private static final class Tapped {
    private final String path;
    private final Instant at;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream(1024);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream(256);
    private long requestBytes;
    private long position;
    private long marked;
    private int status;

    /** How much of the request is worth a copy. */
    private final int most;

    Tapped(String path, Instant at, int announcedBytes) {
      this.path = path;
      this.at = at;
      this.most = announcedBytes > MessageLog.MAX_BODY ? MessageLog.HEAD : MessageLog.MAX_BODY;
    }

    /** Copies what is read for the first time: a body may be read again from a mark. */
    void read(byte[] bytes, int from, int count) {
      int known = (int) Math.min(count, requestBytes - position);
      position += count;
      requestBytes = Math.max(requestBytes, position);
      int room = most - request.size();
      request.write(bytes, from + known, Math.min(count - known, room));
    }

    void mark() {
      marked = position;
    }

    void reset() {
      position = marked;
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    if (!OURS.contains(first) && log.wantsNext()) {
      Tapped tapped = new Tapped(path, log.clock().instant(), request.getLength());
      request.setProperty(TAPPED, tapped);
      request.setEntityStream(new Copied(request.getEntityStream(), tapped));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(TAPPED) instanceof Tapped tapped) {
      tapped.status = response.getStatus();
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(TAPPED) instanceof Tapped tapped)) {
      context.proceed();
      return;
    }
    context.setOutputStream(new Doubled(context.getOutputStream(), tapped.answer));
    context.proceed();
    log.add(
        new MessageLog.Raw(
            true,
            tapped.path.substring(tapped.path.lastIndexOf('/') + 1),
            "/" + tapped.path,
            tapped.at,
            Duration.between(tapped.at, log.clock().instant()),
            Body.of(tapped.request.toByteArray()),
            tapped.requestBytes,
            tapped.status,
            Body.of(tapped.answer.toByteArray()),
            null));
  }

  private static final class Copied extends FilterInputStream {
    private final Tapped tapped;

    Copied(InputStream body, Tapped tapped) {
      super(body);
      this.tapped = tapped;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        tapped.read(new byte[] {(byte) value}, 0, 1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      if (count > 0) {
        tapped.read(bytes, from, count);
      }
      return count;
    }

    @Override
    public synchronized void mark(int limit) {
      super.mark(limit);
      tapped.mark();
    }

    @Override
    public synchronized void reset() throws IOException {
      super.reset();
      tapped.reset();
    }
  }

  private static final class Doubled extends FilterOutputStream {
    private final OutputStream copy;

    Doubled(OutputStream answer, OutputStream copy) {
      super(answer);
      this.copy = copy;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      copy.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      copy.write(bytes, from, length);
    }
  }
}
