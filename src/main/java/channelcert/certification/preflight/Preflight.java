package channelcert.certification.preflight;

import channelcert.certification.candidate.Candidate;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at everything that can be seen without a connection, all at the same time: most failures of
 * a certification are mistakes of configuration, and those are told before the first row.
 */
public final class Preflight {
  /** Subject of what is found about the driver. */
  public static final String DRIVER = "driver.url";

  private final Candidate candidate;
  private final Recorder recorder;
  private final Clock clock;
  private final Duration atMost;

  /**
   * Prepares.
   *
   * @param recorder keeps the calls
   * @param atMost when it is over, whatever has answered by then
   */
  public Preflight(Candidate candidate, Recorder recorder, Clock clock, Duration atMost) {
    this.candidate = candidate;
    this.recorder = recorder;
    this.clock = clock;
    this.atMost = atMost;
  }

  /**
   * Looks.
   *
   * @param mewsUrl address at which the candidate is to reach the Mews side
   * @param largestBody bytes of the largest message that will be sent
   */
  public List<Diagnosis> look(URI mewsUrl, int largestBody) throws InterruptedException {
    Map<String, Callable<List<Diagnosis>>> checks = new LinkedHashMap<>();
    List<Diagnosis> found = new ArrayList<>();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try (Knock knock = new Knock(recorder, clock, atMost.multipliedBy(4).dividedBy(5))) {
      EndpointCheck endpoints = new EndpointCheck(candidate, knock, clock);
      candidate
          .endpoints()
          .forEach(
              (operation, address) ->
                  checks.put(
                      EndpointCheck.field(operation), () -> endpoints.check(operation, address)));
      checks.put("clientToken", new TokenCheck(candidate, knock)::check);
      checks.put("message size", new BodySizeCheck(candidate, knock, largestBody)::check);
      URI driver = candidate.driver();
      if (driver != null) {
        checks.put(DRIVER, () -> new DriverCheck(candidate, knock).check(driver));
      }
      found.addAll(finished(checks, threads));
    } finally {
      threads.shutdownNow();
    }
    found.addAll(AddressCheck.check(candidate, mewsUrl));
    return found;
  }

  private List<Diagnosis> finished(
      Map<String, Callable<List<Diagnosis>>> checks, ExecutorService threads)
      throws InterruptedException {
    Map<String, Future<List<Diagnosis>>> running = new LinkedHashMap<>();
    checks.forEach((subject, check) -> running.put(subject, threads.submit(check)));
    long end = System.nanoTime() + atMost.toNanos();
    List<Diagnosis> found = new ArrayList<>();
    for (Map.Entry<String, Future<List<Diagnosis>>> each : running.entrySet()) {
      found.addAll(result(each.getKey(), each.getValue(), end - System.nanoTime()));
    }
    return found;
  }

  private List<Diagnosis> result(String subject, Future<List<Diagnosis>> check, long nanos)
      throws InterruptedException {
    try {
      return check.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return List.of(
          Diagnosis.fault(
              subject,
              Diagnosis.Origin.IMPLEMENTATION,
              "no answer within " + atMost.toMillis() / 1000.0 + " s",
              "Answer every message within seconds; see the log of the candidate."));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the preflight of " + subject + " broke", e.getCause());
    }
  }
}
