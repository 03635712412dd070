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

  /** As long as a run waits for its driver. */
  private static final Duration MAPPING = Duration.ofSeconds(60);

  /** As large as a push may become with 5 000 entries. */
  private static final int LARGEST_MESSAGE = 2 << 20;

  private static final int LARGEST_ANSWER = 4 << 20;

  private final int mewsPort;
  private final @Nullable URI mewsUrl;
  private final Duration wire;
  private final Duration mapping;

  Doctor(int mewsPort, @Nullable URI mewsUrl) {
    this(mewsPort, mewsUrl, WIRE, MAPPING);
  }

  /**
   * With other limits.
   *
   * @param wire how long the candidate may take for everything but the mapping
   * @param mapping how long its driver may take to map the property
   */
  Doctor(int mewsPort, @Nullable URI mewsUrl, Duration wire, Duration mapping) {
    this.mewsPort = mewsPort;
    this.mewsUrl = mewsUrl;
    this.wire = wire;
    this.mapping = mapping;
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
        MewsSide mews = Parts.startMews(mewsPort, mewsUrl, data, called, null);
        JsonCaller driver =
            new JsonCaller(
                Direction.DRIVER,
                Recorder.NONE,
                Parts.CLOCK,
                mapping,
                LARGEST_ANSWER,
                candidate.clientToken())) {
      List<Diagnosis> found = new ArrayList<>(preflight(candidate));
      if (MappingCheck.canBeLookedAt(found)) {
        found.addAll(TrialMapping.of(candidate, mews, driver, called::called));
      }
      return found;
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
