package channelcert.journey.call;

import static channelcert.store.journey.Tables.CALL_SLOT;
import static channelcert.store.journey.Tables.CASE_CALL;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.StepRefused;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CallSlotRecord;
import channelcert.store.journey.tables.records.CaseCallRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Offered times and the calls of the cases. */
public final class CallStore {
  private final Database database;

  public CallStore(Database database) {
    this.database = database;
  }

  /** Slots that begin from a moment on, the next one first. */
  List<Slot> slots(Instant from, boolean freeOnly) {
    Condition wanted = CALL_SLOT.STARTS_AT.ge(from);
    return slots(freeOnly ? wanted.and(CALL_SLOT.CASE_ID.isNull()) : wanted);
  }

  Optional<Slot> slot(String id) {
    return slots(CALL_SLOT.ID.eq(id)).stream().findFirst();
  }

  private List<Slot> slots(Condition wanted) {
    return database
        .dsl()
        .select(CALL_SLOT.asterisk(), PERSON.NAME)
        .from(CALL_SLOT)
        .join(PERSON)
        .on(PERSON.ID.eq(CALL_SLOT.OFFERED_BY))
        .where(wanted)
        .orderBy(CALL_SLOT.STARTS_AT, CALL_SLOT.ID)
        .limit(500)
        .fetch(
            row ->
                new Slot(
                    row.get(CALL_SLOT.ID),
                    row.get(CALL_SLOT.STARTS_AT),
                    row.get(CALL_SLOT.OFFERED_BY),
                    row.get(PERSON.NAME),
                    row.get(CALL_SLOT.CASE_ID)));
  }

  /** Offers a time, unless the person offers one that overlaps it; answers whether it does not. */
  boolean offer(String id, Instant startsAt, String personId) {
    return database.transact(
        dsl -> {
          dsl.selectFrom(PERSON).where(PERSON.ID.eq(personId)).forUpdate().fetch();
          boolean overlaps =
              dsl.fetchExists(
                  CALL_SLOT,
                  CALL_SLOT
                      .OFFERED_BY
                      .eq(personId)
                      .and(CALL_SLOT.STARTS_AT.gt(startsAt.minus(Slot.LENGTH)))
                      .and(CALL_SLOT.STARTS_AT.lt(startsAt.plus(Slot.LENGTH))));
          if (!overlaps) {
            dsl.insertInto(CALL_SLOT)
                .set(new CallSlotRecord(id, startsAt, personId, null))
                .execute();
          }
          return !overlaps;
        });
  }

  /** Withdraws a free slot; answers whether there was one. */
  boolean withdraw(String id) {
    return database
            .dsl()
            .deleteFrom(CALL_SLOT)
            .where(CALL_SLOT.ID.eq(id).and(CALL_SLOT.CASE_ID.isNull()))
            .execute()
        == 1;
  }

  /** The call of an attempt. */
  public Optional<Call> call(String caseId, int attempt) {
    return calls(caseId).stream().filter(each -> each.attempt() == attempt).findFirst();
  }

  /** The calls of a case, by attempt. */
  public List<Call> calls(String caseId) {
    return database
        .dsl()
        .select(CASE_CALL.asterisk(), PERSON.NAME)
        .from(CASE_CALL)
        .join(PERSON)
        .on(PERSON.ID.eq(CASE_CALL.CERTIFIER))
        .where(CASE_CALL.CASE_ID.eq(caseId))
        .orderBy(CASE_CALL.ATTEMPT)
        .fetch(CallStore::call);
  }

  /** Books the slot for the case; whoever comes second is told, and nothing is changed. */
  static CaseStore.Work book(Call booked) {
    return (dsl, found, now) -> {
      dsl.update(CALL_SLOT)
          .setNull(CALL_SLOT.CASE_ID)
          .where(CALL_SLOT.CASE_ID.eq(found.id()))
          .and(CALL_SLOT.STARTS_AT.gt(now))
          .execute();
      int won =
          dsl.update(CALL_SLOT)
              .set(CALL_SLOT.CASE_ID, found.id())
              .where(CALL_SLOT.ID.eq(booked.slotId()).and(CALL_SLOT.CASE_ID.isNull()))
              .execute();
      if (won == 0) {
        throw StepRefused.invalid("slot", "Somebody else has just booked this time.");
      }
      replace(dsl, booked);
    };
  }

  /** Stores a cancelled call, and frees its time. */
  static CaseStore.Work cancel(Call cancelled) {
    return (dsl, found, now) -> {
      dsl.update(CALL_SLOT)
          .setNull(CALL_SLOT.CASE_ID)
          .where(CALL_SLOT.ID.eq(cancelled.slotId()))
          .execute();
      replace(dsl, cancelled);
    };
  }

  /** Stores a call as it stands now. */
  static CaseStore.Work keep(Call call) {
    return (dsl, found, now) -> replace(dsl, call);
  }

  private static void replace(DSLContext dsl, Call call) {
    dsl.deleteFrom(CASE_CALL)
        .where(CASE_CALL.CASE_ID.eq(call.caseId()).and(CASE_CALL.ATTEMPT.eq(call.attempt())))
        .execute();
    dsl.insertInto(CASE_CALL)
        .set(
            new CaseCallRecord()
                .setCaseId(call.caseId())
                .setAttempt(call.attempt())
                .setSlotId(call.slotId())
                .setSequence(call.sequence())
                .setStartsAt(call.startsAt())
                .setCertifier(call.certifier())
                .setState(call.state().name())
                .setAttendees(String.join("\n", call.attendees()))
                .setBegunAt(call.begunAt())
                .setExtendedMinutes(call.extendedMinutes())
                .setEndedAt(call.endedAt())
                .setProtocol(call.protocol()))
        .execute();
  }

  private static Call call(Record row) {
    String attendees = row.get(CASE_CALL.ATTENDEES);
    return new Call(
        row.get(CASE_CALL.CASE_ID),
        row.get(CASE_CALL.ATTEMPT),
        row.get(CASE_CALL.SLOT_ID),
        row.get(CASE_CALL.SEQUENCE),
        row.get(CASE_CALL.STARTS_AT),
        row.get(CASE_CALL.CERTIFIER),
        row.get(PERSON.NAME),
        Call.State.valueOf(row.get(CASE_CALL.STATE)),
        attendees.isEmpty() ? List.of() : Arrays.asList(attendees.split("\n")),
        row.get(CASE_CALL.BEGUN_AT),
        row.get(CASE_CALL.EXTENDED_MINUTES),
        row.get(CASE_CALL.ENDED_AT),
        row.get(CASE_CALL.PROTOCOL));
  }
}
