package channelcert.certification.evidence;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.exchange.Masking;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every exchange of a run, numbered as it starts and kept when it is finished: masked, in memory
 * for the checks and in the evidence folder for people. Safe for many threads.
 */
public final class EvidenceLog implements Recorder {
  /** A year of nights, each confirmed three times, is a third of it. */
  private static final int MOST_FROM_CANDIDATE = 10_000;

  private final EvidenceFolder folder;
  private final Clock clock;
  private final int mostFromCandidate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final TreeMap<Integer, Message> finished = new TreeMap<>();
  private int started;
  private int unanswered;
  private int fromCandidate;
  private int writing;
  private boolean sealed;
  private @Nullable String writeFailure;

  public EvidenceLog(EvidenceFolder folder, Clock clock) {
    this(folder, clock, MOST_FROM_CANDIDATE);
  }

  /**
   * Prepares a log.
   *
   * @param mostFromCandidate how many messages of the candidate are kept; a flood beyond is counted
   */
  EvidenceLog(EvidenceFolder folder, Clock clock, int mostFromCandidate) {
    this.folder = folder;
    this.clock = clock;
    this.mostFromCandidate = mostFromCandidate;
  }

  /**
   * Goes on with what another process recorded.
   *
   * @param before its exchanges
   * @param lastNumber the highest number that it gave
   */
  public static EvidenceLog continued(
      EvidenceFolder folder, Clock clock, List<Message> before, int lastNumber) {
    EvidenceLog log = new EvidenceLog(folder, clock);
    log.started = lastNumber;
    for (Message message : before) {
      log.finished.put(numberOf(message.id()), message);
      log.started = Math.max(log.started, numberOf(message.id()));
      log.isFlood(message.exchange().direction());
    }
    return log;
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    return begin(direction, operation, method, url, startedAt);
  }

  /** As {@link #start}; the number can still be given back. */
  Numbered begin(Direction direction, String operation, String method, URI url, Instant startedAt) {
    lock.lock();
    try {
      started++;
      unanswered += isCall(direction) ? 1 : 0;
      return new OpenExchange(started, new Heading(direction, operation, method, url, startedAt));
    } finally {
      lock.unlock();
    }
  }

  /** What the clock of the run says. */
  public Instant now() {
    return clock.instant();
  }

  /** Number of the exchange that started last; 0 before the first. */
  public int lastNumber() {
    lock.lock();
    try {
      return started;
    } finally {
      lock.unlock();
    }
  }

  /** The finished exchanges in the order in which they started. */
  public List<Message> messages() {
    lock.lock();
    try {
      return List.copyOf(finished.values());
    } finally {
      lock.unlock();
    }
  }

  /** The number inside an id: 12 for {@code e-0012}. */
  public static int numberOf(String id) {
    return Integer.parseInt(id.substring(id.indexOf('-') + 1));
  }

  /**
   * Looks for something in the finished exchanges, again whenever one more has finished, until it
   * is found or the time is over.
   */
  public <T> Optional<T> await(Function<List<Message>, Optional<T>> search, Duration atMost)
      throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<T> found = search.apply(List.copyOf(finished.values()));
        if (found.isPresent() || left <= 0) {
          return found;
        }
        left = grown.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** People are not waited for: they may take long, and whoever asked waits for them. */
  private static boolean isCall(Direction direction) {
    return direction != Direction.ATTENDED;
  }

  /** Waits a moment for calls that started and have no answer yet. */
  public void awaitQuiet(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (unanswered > 0 && left > 0) {
        left = grown.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps a file beside the exchanges.
   *
   * @return what a record says of it: its name, length, hash, and name in the folder
   */
  public ObjectNode keep(String name, byte[] bytes) {
    try {
      return folder.keep(name, bytes);
    } catch (UncheckedIOException e) {
      notWritten(e);
      return JsonNodeFactory.instance.objectNode().put("name", name);
    }
  }

  /** Writes a line down beside the exchanges. */
  public void append(String line) {
    try {
      folder.append(line);
    } catch (UncheckedIOException e) {
      notWritten(e);
    }
  }

  /**
   * Ends the record: what is under way or comes later is not kept. A folder that is complete is
   * sealed with the hashes of its files.
   *
   * @return the exchanges that count
   */
  public List<Message> seal() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      sealed = true;
      while (writing > 0) {
        grown.await();
      }
      if (writeFailure == null) {
        folder.seal();
      }
    } catch (UncheckedIOException e) {
      notWritten(e);
    } finally {
      lock.unlock();
    }
    return messages();
  }

  private void notWritten(UncheckedIOException e) {
    lock.lock();
    try {
      writeFailure = writeFailure == null ? e.getMessage() : writeFailure;
    } finally {
      lock.unlock();
    }
  }

  /** Why the evidence folder is not complete; empty when it is. */
  public Optional<String> writeFailure() {
    lock.lock();
    try {
      return fromCandidate > mostFromCandidate
          ? Optional.of(
              "The candidate sent "
                  + fromCandidate
                  + " messages; those after the first "
                  + mostFromCandidate
                  + " were answered and counted, not kept.")
          : Optional.ofNullable(writeFailure);
    } finally {
      lock.unlock();
    }
  }

  private void keep(int number, Exchange exchange) {
    Message message = Bodies.message(exchange);
    if (!mayWrite()) {
      return;
    }
    write(exchange);
    lock.lock();
    try {
      writing--;
      finished.put(number, message);
      unanswered -= isCall(exchange.direction()) ? 1 : 0;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is one of too many messages of the candidate, which are only counted. */
  private boolean isFlood(Direction direction) {
    if (direction != Direction.CANDIDATE_TO_MEWS) {
      return false;
    }
    lock.lock();
    try {
      fromCandidate++;
      return fromCandidate > mostFromCandidate;
    } finally {
      lock.unlock();
    }
  }

  private boolean mayWrite() {
    lock.lock();
    try {
      writing += sealed ? 0 : 1;
      return !sealed;
    } finally {
      lock.unlock();
    }
  }

  /** A full disk must not break the exchange that is recorded; it is told at the end instead. */
  private void write(Exchange exchange) {
    try {
      folder.write(exchange);
    } catch (UncheckedIOException e) {
      notWritten(e);
    }
  }

  private record Heading(
      Direction direction, String operation, String method, URI url, Instant startedAt) {}

  /** An exchange that has its number, and may turn out to be somebody else's. */
  interface Numbered extends Open {
    /** The exchange is none of this run: its number stays unused. */
    void drop();
  }

  private final class OpenExchange implements Numbered {
    private final int number;
    private final Heading heading;

    private OpenExchange(int number, Heading heading) {
      this.number = number;
      this.heading = heading;
    }

    @Override
    public void answered(
        Body requestBody, int status, @Nullable String contentType, Body responseBody) {
      finish(requestBody, status, contentType, responseBody, null);
    }

    @Override
    public void failed(Body requestBody, String reason) {
      finish(requestBody, 0, null, Body.EMPTY, reason);
    }

    @Override
    public void drop() {
      lock.lock();
      try {
        unanswered -= isCall(heading.direction()) ? 1 : 0;
        grown.signalAll();
      } finally {
        lock.unlock();
      }
    }

    private void finish(
        Body requestBody,
        int status,
        @Nullable String contentType,
        Body responseBody,
        @Nullable String failure) {
      if (isFlood(heading.direction())) {
        drop();
        return;
      }
      keep(
          number,
          new Exchange(
              String.format("e-%04d", number),
              heading.direction(),
              heading.operation(),
              heading.method(),
              heading.url(),
              heading.startedAt(),
              Duration.between(heading.startedAt(), clock.instant()),
              Masking.mask(requestBody),
              status,
              contentType,
              Masking.mask(responseBody),
              failure));
    }
  }
}
