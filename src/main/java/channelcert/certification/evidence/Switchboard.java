package channelcert.certification.evidence;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records for several runs on one Mews side: every exchange goes to the run of its candidate and to
 * no other. Who is called, by registered address, and who calls, by client token, decides before
 * the connection that a message names: a candidate that answers for somebody else's connection is
 * judged itself. What Mews sends to addresses of no run is nobody's, whatever token it bears, for
 * two channel managers may have chosen the same. What is nobody's is counted. Safe for many
 * threads.
 */
public final class Switchboard implements Recorder {
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger nobodys = new AtomicInteger();

  /**
   * A run takes part until it leaves.
   *
   * @param log where its exchanges are kept
   * @param mewsClientToken what its candidate sends to Mews
   * @param endpoints registered addresses of its candidate
   * @return ends the recording for the run
   */
  public Runnable join(EvidenceLog log, String mewsClientToken, Map<String, URI> endpoints) {
    Line line = new Line(log, mewsClientToken, Set.copyOf(endpoints.values()));
    lines.add(line);
    return () -> lines.remove(line);
  }

  /** How many exchanges belonged to no run. */
  public int nobodys() {
    return nobodys.get();
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    List<Offer> offers = new ArrayList<>();
    for (Line line : lines) {
      offers.add(new Offer(line, line.log().begin(direction, operation, method, url, startedAt)));
    }
    return new Undecided(direction, url, offers);
  }

  /** A run that takes part, and the connections by which its messages were known so far. */
  private record Line(
      EvidenceLog log, String mewsClientToken, Set<URI> endpoints, Set<String> connections) {
    Line(EvidenceLog log, String mewsClientToken, Set<URI> endpoints) {
      this(log, mewsClientToken, endpoints, ConcurrentHashMap.newKeySet());
    }
  }

  /** The number that a run holds free for an exchange. */
  private record Offer(Line line, EvidenceLog.Numbered numbered) {}

  private final class Undecided implements Open {
    private final Direction direction;
    private final URI url;
    private final List<Offer> offers;

    private Undecided(Direction direction, URI url, List<Offer> offers) {
      this.direction = direction;
      this.url = url;
      this.offers = offers;
    }

    @Override
    public void answered(
        Body requestBody, int status, @Nullable String contentType, Body responseBody) {
      decide(requestBody)
          .forEach(open -> open.answered(requestBody, status, contentType, responseBody));
    }

    @Override
    public void failed(Body requestBody, String reason) {
      decide(requestBody).forEach(open -> open.failed(requestBody, reason));
    }

    /** Those whose exchange it is; the others give their numbers back. */
    private List<EvidenceLog.Numbered> decide(Body request) {
      JsonNode message = Bodies.json(request);
      Set<Line> owners = owners(message);
      List<EvidenceLog.Numbered> mine = new ArrayList<>();
      for (Offer offer : offers) {
        if (owners.contains(offer.line())) {
          mine.add(offer.numbered());
        } else {
          offer.numbered().drop();
        }
      }
      if (mine.isEmpty()) {
        nobodys.incrementAndGet();
      }
      return mine;
    }

    private Set<Line> owners(JsonNode message) {
      String client = message.path("clientToken").asText("");
      String connection = message.path("connectionToken").asText("");
      boolean toCandidate = direction == Direction.MEWS_TO_CANDIDATE;
      Optional<Line> owner =
          Stream.<Predicate<Line>>of(
                  line -> toCandidate && line.endpoints().contains(url),
                  line -> !toCandidate && line.mewsClientToken().equals(client),
                  line -> line.connections().contains(connection))
              .map(this::single)
              .flatMap(Optional::stream)
              .findFirst();
      owner
          .filter(line -> toCandidate && !connection.isEmpty())
          .ifPresent(line -> line.connections().add(connection));
      return owner.map(Set::of).orElseGet(Set::of);
    }

    /** Two runs of one partner share tokens or addresses: then these decide nothing. */
    private Optional<Line> single(Predicate<Line> sign) {
      List<Line> fitting = offers.stream().map(Offer::line).filter(sign).toList();
      return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
  }
}
