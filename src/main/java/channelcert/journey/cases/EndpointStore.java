package channelcert.journey.cases;

import static channelcert.store.journey.Tables.CASE_ENDPOINT;

import channelcert.store.Database;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registered addresses of the cases. */
public final class EndpointStore {
  private final Database database;

  public EndpointStore(Database database) {
    this.database = database;
  }

  /** The addresses of an environment, by operation. */
  public List<RegisteredEndpoint> of(String caseId, Environment environment) {
    return database
        .dsl()
        .selectFrom(CASE_ENDPOINT)
        .where(CASE_ENDPOINT.CASE_ID.eq(caseId))
        .and(CASE_ENDPOINT.ENVIRONMENT.eq(environment.name()))
        .orderBy(CASE_ENDPOINT.OPERATION)
        .fetch(
            row ->
                new RegisteredEndpoint(
                    row.getOperation(),
                    URI.create(row.getAddress()),
                    row.getReachedAt(),
                    row.getProblem()));
  }

  /** Which of the addresses are registered in other cases than these. */
  Set<URI> usedElsewhere(Set<String> cases, List<URI> addresses) {
    return database
        .dsl()
        .selectDistinct(CASE_ENDPOINT.ADDRESS)
        .from(CASE_ENDPOINT)
        .where(CASE_ENDPOINT.ADDRESS.in(addresses.stream().map(URI::toString).toList()))
        .and(CASE_ENDPOINT.CASE_ID.notIn(cases))
        .fetchSet(row -> URI.create(row.value1()));
  }

  /** Registers an address, or replaces the one of the operation; it was not reached yet. */
  static CaseStore.Work register(Environment environment, String operation, URI address) {
    return (dsl, found, now) ->
        dsl.mergeInto(CASE_ENDPOINT)
            .using(dsl.selectOne())
            .on(CASE_ENDPOINT.CASE_ID.eq(found.id()))
            .and(CASE_ENDPOINT.ENVIRONMENT.eq(environment.name()))
            .and(CASE_ENDPOINT.OPERATION.eq(operation))
            .whenMatchedThenUpdate()
            .set(CASE_ENDPOINT.ADDRESS, address.toString())
            .set(CASE_ENDPOINT.REACHED_AT, (Instant) null)
            .set(CASE_ENDPOINT.PROBLEM, (String) null)
            .whenNotMatchedThenInsert(
                CASE_ENDPOINT.CASE_ID,
                CASE_ENDPOINT.ENVIRONMENT,
                CASE_ENDPOINT.OPERATION,
                CASE_ENDPOINT.ADDRESS)
            .values(found.id(), environment.name(), operation, address.toString())
            .execute();
  }

  /**
   * Notes what a probe found.
   *
   * @param problem absent when nothing is wrong
   */
  static CaseStore.Work probed(
      Environment environment, String operation, @Nullable String problem) {
    return (dsl, found, now) ->
        dsl.update(CASE_ENDPOINT)
            .set(CASE_ENDPOINT.REACHED_AT, problem == null ? now : null)
            .set(CASE_ENDPOINT.PROBLEM, problem)
            .where(CASE_ENDPOINT.CASE_ID.eq(found.id()))
            .and(CASE_ENDPOINT.ENVIRONMENT.eq(environment.name()))
            .and(CASE_ENDPOINT.OPERATION.eq(operation))
            .execute();
  }
}
