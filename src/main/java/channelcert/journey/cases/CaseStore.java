package channelcert.journey.cases;

import static channelcert.store.journey.Tables.CERTIFICATION_CASE;

import channelcert.journey.audit.AuditStore;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CertificationCaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The cases. Every change counts the revision up and leaves an entry in the history. */
public final class CaseStore {
  private final Database database;

  public CaseStore(Database database) {
    this.database = database;
  }

  /** What another store writes in the transaction of a step. */
  @FunctionalInterface
  public non-sealed interface Work extends CaseChange {
    void write(DSLContext dsl, CertificationCase found, Instant now);
  }

  /**
   * What the history tells of a change.
   *
   * @param personId who did it, absent where the system acted
   * @param content details as JSON, without secrets
   */
  public record Told(@Nullable String personId, String action, String content) {}

  public Optional<CertificationCase> find(String id) {
    return database
        .dsl()
        .fetchOptional(CERTIFICATION_CASE, CERTIFICATION_CASE.ID.eq(id))
        .map(CaseStore::read);
  }

  /** The cases that somebody may see, the longest waiting first. */
  public List<CertificationCase> visibleTo(Person person) {
    return database
        .dsl()
        .selectFrom(CERTIFICATION_CASE)
        .where(
            person.role().isMews()
                ? DSL.noCondition()
                : CERTIFICATION_CASE.ORGANISATION_ID.eq(person.organisationId()))
        .orderBy(CERTIFICATION_CASE.STATE_SINCE, CERTIFICATION_CASE.ID)
        .fetch(CaseStore::read);
  }

  /** The cases in one of the states, for what happens by itself. */
  List<CertificationCase> in(List<CaseState> states) {
    return database
        .dsl()
        .selectFrom(CERTIFICATION_CASE)
        .where(CERTIFICATION_CASE.STATE.in(states.stream().map(Enum::name).toList()))
        .orderBy(CERTIFICATION_CASE.STATE_SINCE, CERTIFICATION_CASE.ID)
        .fetch(CaseStore::read);
  }

  /** Begins a case. */
  CertificationCase create(CertificationCase created, Told told, Instant now) {
    database.run(
        dsl -> {
          insert(dsl, created, now);
          AuditStore.append(dsl, created.id(), now, told.personId(), told.action(), told.content());
        });
    return created;
  }

  /**
   * Stores changes together, when the case still has the revision they are based on.
   *
   * @return whether it had
   */
  boolean change(CertificationCase found, List<CaseChange> changes, Told told, Instant now) {
    return database.transact(
        dsl -> {
          boolean current =
              dsl.update(CERTIFICATION_CASE)
                      .set(CERTIFICATION_CASE.REVISION, found.revision() + 1)
                      .where(CERTIFICATION_CASE.ID.eq(found.id()))
                      .and(CERTIFICATION_CASE.REVISION.eq(found.revision()))
                      .execute()
                  == 1;
          if (current) {
            changes.forEach(change -> apply(dsl, found, change, told, now));
            AuditStore.append(dsl, found.id(), now, told.personId(), told.action(), told.content());
          }
          return current;
        });
  }

  private static void apply(
      DSLContext dsl, CertificationCase found, CaseChange change, Told told, Instant now) {
    switch (change) {
      case Work work -> work.write(dsl, found, now);
      case CaseChange.IssuesOpened opened ->
          RemarkStore.openIssues(dsl, found, opened.issues(), String.valueOf(told.personId()), now);
      case CaseChange.LinkedCaseOpened linked -> openLinked(dsl, found, linked.id(), told, now);
      default -> update(dsl, found, change, now);
    }
  }

  private static void update(
      DSLContext dsl, CertificationCase found, CaseChange change, Instant now) {
    CertificationCaseRecord row = new CertificationCaseRecord();
    switch (change) {
      case CaseChange.Moved moved -> row.setState(moved.to().name()).setStateSince(now);
      case CaseChange.Requested asked ->
          row.setApplication(asked.application())
              .setForManyProperties(asked.forManyProperties())
              .setPilotProperty(asked.pilotProperty())
              .setTestAccessRequested(asked.testAccessRequested())
              .setDetails(asked.details());
      case CaseChange.NextAttempt next ->
          row.setAttempt(found.attempt() + 1).setRecommendedBy(null);
      case CaseChange.PilotChanged other ->
          row.setPilotProperty(other.property()).setPilotAgreed(false);
      case CaseChange.PilotAgreed agreed -> row.setPilotAgreed(true);
      case CaseChange.Recommended by -> row.setRecommendedBy(by.personId());
      case CaseChange.Certified certified -> row.setCertifiedAt(certified.at());
      case CaseChange.MonitoringBegan began -> row.setMonitoringSince(began.at()).setHealthy(false);
      case CaseChange.HealthAttested attested -> row.setHealthy(true);
      case CaseChange.IssuesOpened other -> throw new IllegalArgumentException("not a column");
      case CaseChange.LinkedCaseOpened other -> throw new IllegalArgumentException("not a column");
      case Work other -> throw new IllegalArgumentException("not a column");
    }
    dsl.update(CERTIFICATION_CASE).set(row).where(CERTIFICATION_CASE.ID.eq(found.id())).execute();
  }

  private static void openLinked(
      DSLContext dsl, CertificationCase found, String id, Told told, Instant now) {
    dsl.update(CERTIFICATION_CASE)
        .set(CERTIFICATION_CASE.SUCCESSOR, id)
        .where(CERTIFICATION_CASE.ID.eq(found.id()))
        .execute();
    insert(
        dsl,
        new CertificationCase(
            id,
            found.organisationId(),
            found.application(),
            CaseState.REQUESTED,
            now,
            1,
            1,
            found.forManyProperties(),
            found.pilotProperty(),
            true,
            found.details(),
            found.id(),
            null,
            null,
            null,
            false,
            null,
            false),
        now);
    AuditStore.append(dsl, id, now, told.personId(), "createCase", told.content());
  }

  private static void insert(DSLContext dsl, CertificationCase created, Instant now) {
    dsl.insertInto(CERTIFICATION_CASE)
        .set(
            new CertificationCaseRecord()
                .setId(created.id())
                .setOrganisationId(created.organisationId())
                .setApplication(created.application())
                .setState(created.state().name())
                .setStateSince(created.stateSince())
                .setRevision(created.revision())
                .setAttempt(created.attempt())
                .setForManyProperties(created.forManyProperties())
                .setPilotProperty(created.pilotProperty())
                .setTestAccessRequested(created.testAccessRequested())
                .setDetails(created.details())
                .setPredecessor(created.predecessor())
                .setPilotAgreed(created.pilotAgreed())
                .setHealthy(created.healthy())
                .setCreatedAt(now))
        .execute();
  }

  private static CertificationCase read(CertificationCaseRecord row) {
    return new CertificationCase(
        row.getId(),
        row.getOrganisationId(),
        row.getApplication(),
        CaseState.valueOf(row.getState()),
        row.getStateSince(),
        row.getRevision(),
        row.getAttempt(),
        row.getForManyProperties(),
        row.getPilotProperty(),
        row.getTestAccessRequested(),
        row.getDetails(),
        row.getPredecessor(),
        row.getSuccessor(),
        row.getRecommendedBy(),
        row.getCertifiedAt(),
        row.getPilotAgreed(),
        row.getMonitoringSince(),
        row.getHealthy());
  }
}
