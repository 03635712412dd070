package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.MappingCheck;
import channelcert.certification.preflight.Preflight;
import channelcert.certification.run.TrialMapping;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.Part;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The preflight, and beside it a Mews side for a moment, so that a driver can fetch the property
 * and map it. All of it together takes a bounded time.
 */
final class Doctor {
  private static final Duration WIRE = Duration.ofMillis(3_500);
  private static final Duration ALL = Duration.ofMillis(4_600);

  /** As large as a push may become with 5 000 entries. */
  private static final int LARGEST_MESSAGE = 2 << 20;

  private static final int LARGEST_ANSWER = 4 << 20;

  private final int mewsPort;
  private final @Nullable URI mewsUrl;
  private final Duration wire;
  private final Duration all;

  Doctor(int mewsPort, @Nullable URI mewsUrl) {
    this(mewsPort, mewsUrl, WIRE, ALL);
  }

  /**
   * With other limits.
   *
   * @param wire how long a call may take
   * @param all how long everything may take
   */
  Doctor(int mewsPort, @Nullable URI mewsUrl, Duration wire, Duration all) {
    this.mewsPort = mewsPort;
    this.mewsUrl = mewsUrl;
    this.wire = wire;
    this.all = all;
  }

  List<Diagnosis> look(Candidate candidate) throws InterruptedException {
    long end = System.nanoTime() + all.toNanos();
    ExecutorService side =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    try {
      Future<List<Diagnosis>> mapping = side.submit(() -> mapping(candidate));
      List<Diagnosis> found =
          new ArrayList<>(
              new Preflight(candidate, Recorder.NONE, Parts.CLOCK, wire)
                  .look(announced(), LARGEST_MESSAGE));
      found.addAll(result(mapping, end - System.nanoTime()));
      return found;
    } finally {
      side.shutdown();
    }
  }

  private URI announced() {
    return mewsUrl != null ? mewsUrl : URI.create("http://127.0.0.1:" + mewsPort);
  }

  private List<Diagnosis> mapping(Candidate candidate) {
    if (candidate.driver() == null) {
      return List.of(MappingCheck.askedLater());
    }
    try (Storage storage = Storage.ofOneRun(null);
        Database data = storage.open(Part.MEWS);
        MewsSide mews = Parts.startMews(mewsPort, mewsUrl, data, Recorder.NONE, null);
        JsonCaller driver =
            new JsonCaller(
                Direction.DRIVER,
                Recorder.NONE,
                Parts.CLOCK,
                wire,
                LARGEST_ANSWER,
                candidate.clientToken())) {
      return TrialMapping.of(candidate, mews, driver);
    }
  }

  private static List<Diagnosis> result(Future<List<Diagnosis>> mapping, long nanos)
      throws InterruptedException {
    try {
      return mapping.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return List.of(MappingCheck.notSetUp("the driver did not map the property in time"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserError error) {
        throw error;
      }
      throw new IllegalStateException("the trial of the mapping broke", e.getCause());
    }
  }
}
