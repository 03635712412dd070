package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.inventory.NightChanges;
import channelcert.channelmanager.inventory.PushConfirmationStore;
import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.inventory.Receipt;
import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.ConnectionStore.Sighting;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Takes pushes: all of a message or nothing of it, each message once, durable before the answer.
 */
public final class PushIntake {
  private final Gate gate;
  private final Standings standings;
  private final PushQueue queue;
  private final Predicate<String> isMews;
  private final Runnable wakeWorker;
  private final Clock clock;

  /**
   * Wires the work.
   *
   * @param isMews whether an address is one of Mews; only there confirmations are sent, and pushes
   *     that name another one are answered finally
   * @param wakeWorker called when a confirmation waits to be sent
   */
  public PushIntake(
      Database database,
      Gate gate,
      ConnectionStore connections,
      ConfigurationStore configurations,
      ModeStore modes,
      PushConfirmationStore confirmations,
      Predicate<String> isMews,
      Runnable wakeWorker,
      Clock clock) {
    this.gate = gate;
    this.standings = new Standings(connections, configurations, modes);
    this.queue =
        new PushQueue(new PushStore(database, new MessageStore(database), modes, confirmations));
    this.isMews = isMews;
    this.wakeWorker = wakeWorker;
    this.clock = clock;
  }

  /** Takes a push that was read completely. */
  Taken take(Envelope envelope, PushKind kind, PushContents contents) {
    Standing standing = standings.of(envelope.connectionToken());
    Admission admission =
        gate.admitActive(
            envelope.clientToken(),
            standing.inMaintenance(),
            standing.sighting().map(Sighting::connection));
    if (admission instanceof Admission.Refused(Refusal refusal)) {
      return Taken.refused(refusal);
    }
    if (envelope.messageId().length() > ConnectionStore.MAX_CODE_LENGTH) {
      return Taken.refused(
          Refusal.of(
              RefusalCode.VALIDATION,
              "The messageId is too long. Use at most "
                  + ConnectionStore.MAX_CODE_LENGTH
                  + " characters."));
    }
    Sighting sighting = standing.sighting().orElseThrow();
    boolean later = standing.mode().asynchronous() && isMews.test(envelope.responseUrl());
    List<Refusal> refusals =
        standing.mode().blocked().contains(kind)
            ? List.of(switchedOff(kind))
            : contents.refusals(standings.mapping(sighting));
    Receipt receipt =
        new Receipt(
            sighting.connection().id(),
            kind,
            envelope.messageId(),
            clock.instant(),
            refusals,
            later ? envelope.responseUrl() : null);
    NightChanges changes = refusals.isEmpty() ? contents.changes() : new NightChanges();
    Taken taken = queue.commit(new Push(receipt, changes, contents.rules()));
    if (taken.later()) {
      wakeWorker.run();
    }
    return taken;
  }

  /** The kind is switched off: nothing else about the push matters. */
  private static Refusal switchedOff(PushKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    RefusalCode code =
        switch (kind) {
          case AVAILABILITY -> RefusalCode.AVAILABILITY_OFF;
          case PRICES -> RefusalCode.PRICES_OFF;
          case RESTRICTIONS -> RefusalCode.RESTRICTIONS_OFF;
        };
    return Refusal.of(
        code,
        "Updates of "
            + name
            + " are switched off in the extranet. Switch them on under Connections, then"
            + " enable them in Mews again and send a full update.");
  }
}
