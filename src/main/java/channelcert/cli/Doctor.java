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
import org.jspecify.annotations.Nullable;

/**
 * The preflight, and beside it a Mews side for a moment, so that a driver can fetch the property
 * and map it. No time of the candidate runs before that side is ready.
 */
final class Doctor {
  private static final Duration WIRE = Duration.ofSeconds(4);

  /** Of the candidate; what takes longer is told as not known. */
  private static final Duration ALL = Duration.ofSeconds(5);

  private static final Duration SHORTEST = Duration.ofMillis(1);

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
   * @param wire how long the candidate may take for everything but the mapping
   * @param all how long it may take with the mapping
   */
  Doctor(int mewsPort, @Nullable URI mewsUrl, Duration wire, Duration all) {
    this.mewsPort = mewsPort;
    this.mewsUrl = mewsUrl;
    this.wire = wire;
    this.all = all;
  }

  List<Diagnosis> look(Candidate candidate) throws InterruptedException {
    if (candidate.driver() == null) {
      List<Diagnosis> found = new ArrayList<>(preflight(candidate));
      found.add(MappingCheck.askedLater());
      return found;
    }
    Called called = new Called();
    try (Storage storage = Storage.ofOneRun(null);
        Database data = storage.open(Part.MEWS);
        MewsSide mews = Parts.startMews(mewsPort, mewsUrl, data, called, null)) {
      long begun = System.nanoTime();
      List<Diagnosis> found = new ArrayList<>(preflight(candidate));
      if (MappingCheck.canBeLookedAt(found)) {
        Duration left = all.minusNanos(System.nanoTime() - begun);
        found.addAll(mapping(candidate, mews, called, left));
      }
      return found;
    }
  }

  private static List<Diagnosis> mapping(
      Candidate candidate, MewsSide mews, Called called, Duration left) {
    try (JsonCaller driver =
        new JsonCaller(
            Direction.DRIVER,
            Recorder.NONE,
            Parts.CLOCK,
            left.isPositive() ? left : SHORTEST,
            LARGEST_ANSWER,
            candidate.clientToken())) {
      return TrialMapping.of(candidate, mews, driver, called::called);
    }
  }

  private List<Diagnosis> preflight(Candidate candidate) throws InterruptedException {
    return new Preflight(candidate, Recorder.NONE, Parts.CLOCK, wire)
        .look(announced(), LARGEST_MESSAGE);
  }

  /** Without a port where every run takes another one. */
  private URI announced() {
    return mewsUrl != null
        ? mewsUrl
        : URI.create("http://" + Parts.LOOPBACK + (mewsPort == 0 ? "" : ":" + mewsPort));
  }
}
