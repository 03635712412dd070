package channelcert.channelmanager.inspector;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Masking;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of this process, in memory. Masking is done by a thread of its own; when
 * messages come faster than they can be kept, the surplus is counted and let go, so that nobody who
 * sends has to wait.
 */
public final class MessageLog implements Recorder, AutoCloseable {
  /** Longest body that is kept whole; of a longer one the beginning is kept. */
  public static final int MAX_BODY = 1 << 20;

  static final int HEAD = 16 << 10;
  private static final int MAX_MESSAGES = 1000;
  private static final long MAX_MEMORY = 32L << 20;
  private static final int PER_SECOND = 20;
  private static final int QUEUE = 64;
  private static final Pattern CONNECTION =
      Pattern.compile("\"connectionToken\"\\s*:\\s*\"(masked:[0-9a-f]+)\"");

  private final Clock clock;
  private final BlockingQueue<Raw> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Deque<KeptMessage> kept = new ArrayDeque<>();
  private final AtomicLong second = new AtomicLong();
  private final AtomicInteger thisSecond = new AtomicInteger();
  private final AtomicLong skipped = new AtomicLong();
  private final Thread worker;
  private volatile boolean keeping = true;
  private long memory;
  private long number;

  /** What was seen of a message, not masked yet. */
  record Raw(
      boolean incoming,
      String operation,
      String address,
      Instant at,
      Duration duration,
      Body request,
      long requestBytes,
      int status,
      Body answer,
      @Nullable String failure) {}

  public MessageLog(Clock clock) {
    this.clock = clock;
    this.worker = Thread.ofPlatform().name("message log").daemon().unstarted(this::work);
    worker.start();
  }

  public boolean isKeeping() {
    return keeping;
  }

  /** Switches the keeping of messages; what is kept stays. */
  public void keep(boolean keep) {
    keeping = keep;
  }

  /** How many messages came too fast to be kept. */
  public long skipped() {
    return skipped.get();
  }

  /** Every message that is kept, newest first. */
  public List<KeptMessage> newest() {
    synchronized (kept) {
      return new ArrayList<>(kept);
    }
  }

  public Optional<KeptMessage> find(long wanted) {
    return newest().stream().filter(each -> each.number() == wanted).findFirst();
  }

  /** Whether a message that is arriving now is to be kept: costs next to nothing to ask. */
  boolean wantsNext() {
    if (!keeping) {
      return false;
    }
    long now = clock.millis() / 1000;
    if (second.getAndSet(now) != now) {
      thisSecond.set(0);
    }
    if (thisSecond.incrementAndGet() <= PER_SECOND) {
      return true;
    }
    skipped.incrementAndGet();
    return false;
  }

  Clock clock() {
    return clock;
  }

  void add(Raw raw) {
    if (!queue.offer(raw)) {
      skipped.incrementAndGet();
    }
  }

  /** Notes what we send, and has another recorder note it as well. */
  public Recorder together(Recorder other) {
    return (direction, operation, method, url, startedAt) -> {
      Open own = start(direction, operation, method, url, startedAt);
      Open others = other.start(direction, operation, method, url, startedAt);
      return new Open() {
        @Override
        public void answered(Body sent, int status, @Nullable String type, Body answer) {
          own.answered(sent, status, type, answer);
          others.answered(sent, status, type, answer);
        }

        @Override
        public void failed(Body sent, String reason) {
          own.failed(sent, reason);
          others.failed(sent, reason);
        }
      };
    };
  }

  /** Notes what we send. */
  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    if (!keeping) {
      return NONE.start(direction, operation, method, url, startedAt);
    }
    return new Open() {
      @Override
      public void answered(Body sent, int status, @Nullable String type, Body answer) {
        add(raw(sent, status, answer, null));
      }

      @Override
      public void failed(Body sent, String reason) {
        add(raw(sent, 0, Body.EMPTY, reason));
      }

      private Raw raw(Body sent, int status, Body answer, @Nullable String failure) {
        Duration duration = Duration.between(startedAt, clock.instant());
        return new Raw(
            false,
            operation,
            url.toString(),
            startedAt,
            duration,
            sent,
            sent.length(),
            status,
            answer,
            failure);
      }
    };
  }

  @Override
  public void close() {
    worker.interrupt();
  }

  private void work() {
    try {
      while (true) {
        keep(queue.take());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Raw raw) {
    boolean complete = raw.requestBytes() <= MAX_BODY;
    String request = Masking.mask(complete ? raw.request() : head(raw.request())).text();
    String answer =
        Masking.mask(raw.answer().length() <= HEAD ? raw.answer() : head(raw.answer())).text();
    Matcher connection = CONNECTION.matcher(request);
    synchronized (kept) {
      number++;
      KeptMessage message =
          new KeptMessage(
              number,
              raw.incoming(),
              raw.operation(),
              raw.address(),
              raw.at(),
              raw.duration(),
              connection.find() ? connection.group(1) : null,
              raw.status(),
              request,
              raw.requestBytes(),
              complete,
              answer,
              raw.failure());
      kept.addFirst(message);
      memory += message.memory();
      while (kept.size() > MAX_MESSAGES || memory > MAX_MEMORY) {
        memory -= kept.removeLast().memory();
      }
    }
  }

  private static Body head(Body body) {
    byte[] bytes = body.bytes();
    return bytes.length <= HEAD ? body : Body.of(java.util.Arrays.copyOf(bytes, HEAD));
  }
}
