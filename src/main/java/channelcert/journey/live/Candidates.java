package channelcert.journey.live;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.SystemError;
import channelcert.certification.verdict.PriceSide;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Details;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.RegisteredEndpoint;
import channelcert.journey.environment.CaseConnection;
import channelcert.journey.file.FileDesk;
import channelcert.mews.MewsControl;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the channel manager of a case to a run, as a candidate file would. */
public final class Candidates {
  private static final int CHUNK_DAYS = 365;
  private static final int MAX_ITEMS = 5000;

  private final EndpointStore endpoints;
  private final FileDesk files;
  private final MewsControl mews;

  public Candidates(EndpointStore endpoints, FileDesk files, MewsControl mews) {
    this.endpoints = endpoints;
    this.files = files;
    this.mews = mews;
  }

  Candidate of(CertificationCase found, CaseConnection connection, RunWish wish) {
    return new Candidate(
        found.application(),
        mews.connection(connection.connectionToken()).orElseThrow().tokenTowardsChannelManager(),
        connection.clientToken(),
        connection.connectionToken(),
        endpoints.of(found.id(), Environment.TEST).stream()
            .collect(Collectors.toMap(RegisteredEndpoint::operation, RegisteredEndpoint::address)),
        capabilities(Details.of(found.details())),
        wish.driver().isEmpty() ? null : URI.create(wish.driver()),
        wish.chosenReadBack(),
        systemErrors(found));
  }

  private static Capabilities capabilities(Details details) {
    return new Capabilities(
        switch (details.get("pricing").asText()) {
          case "GROSS" -> Set.of(PriceSide.GROSS);
          case "NET" -> Set.of(PriceSide.NET);
          default -> Set.of(PriceSide.GROSS, PriceSide.NET);
        },
        details.get("extras").asBoolean(),
        details.get("ageCategories").asBoolean(),
        details.get("blocks").asBoolean(),
        details.get("sources").asBoolean(),
        details.get("maxItems").asInt(MAX_ITEMS),
        details.get("chunkDays").asInt(CHUNK_DAYS),
        details.get("horizonDays").asInt(Capabilities.USUAL_HORIZON),
        null);
  }

  /** As the partner wrote them into the certification file; none before it was filled in. */
  private List<SystemError> systemErrors(CertificationCase found) {
    Map<String, String> answers =
        files
            .newest(found)
            .map(version -> new TreeMap<>(version.file().answers()))
            .orElseGet(TreeMap::new);
    return answers.keySet().stream()
        .filter(key -> key.matches("(?:more-)?error\\.\\w+\\.code"))
        .map(key -> key.substring(0, key.length() - ".code".length()))
        .flatMap(key -> systemError(key, answers))
        .toList();
  }

  private static Stream<SystemError> systemError(String key, Map<String, String> answers) {
    String situation =
        Objects.requireNonNullElse(
            answers.get(key + ".situation"), key.substring(key.indexOf('.') + 1));
    String code = answers.getOrDefault(key + ".code", "").strip();
    return code.matches("\\d{1,4}")
        ? Stream.of(
            new SystemError(
                situation.equals("timeout") ? "time-out" : situation,
                Integer.parseInt(code),
                answers.getOrDefault(key + ".message", "")))
        : Stream.of();
  }
}
