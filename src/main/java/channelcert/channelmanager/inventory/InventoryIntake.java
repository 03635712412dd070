package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes pushes: all of a message or nothing of it, each message once, durable before the answer.
 * Every method answers the refusals; none means taken.
 */
public final class InventoryIntake {
  private final Gate gate;
  private final ConfigurationStore configurations;
  private final InventoryStore store;
  private final ModeStore modes;
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
  public InventoryIntake(
      Gate gate,
      ConfigurationStore configurations,
      InventoryStore store,
      ModeStore modes,
      Predicate<String> isMews,
      Runnable wakeWorker,
      Clock clock) {
    this.gate = gate;
    this.configurations = configurations;
    this.store = store;
    this.modes = modes;
    this.isMews = isMews;
    this.wakeWorker = wakeWorker;
    this.clock = clock;
  }

  /** Takes units by space category; a negative number counts as none. */
  public Taken takeAvailability(Envelope envelope, List<NightUpdate<String, Integer>> updates) {
    return take(
        envelope,
        PushKind.AVAILABILITY,
        check -> updates.forEach(check::availability),
        receipt ->
            store.takeAvailability(receipt, cells(receipt, updates, units -> Math.max(0, units))));
  }

  /** Takes gross and net prices by pair, and rules by which rates derive. */
  public Taken takePrices(
      Envelope envelope, List<NightUpdate<Pair, PushedPrices>> updates, List<DependentRule> rules) {
    return take(
        envelope,
        PushKind.PRICES,
        check -> {
          updates.forEach(check::prices);
          rules.forEach(rule -> check.ratePlan(rule.ratePlanCode()));
        },
        receipt -> store.takePrices(receipt, cells(receipt, updates, PricedNight::of), rules));
  }

  /** Takes restrictions by pair; a new one replaces everything known for its days. */
  public Taken takeRestrictions(
      Envelope envelope, List<NightUpdate<Pair, RestrictedNight>> updates) {
    return take(
        envelope,
        PushKind.RESTRICTIONS,
        check -> updates.forEach(check::restrictions),
        receipt -> store.takeRestrictions(receipt, cells(receipt, updates, Function.identity())));
  }

  private Taken take(
      Envelope envelope,
      PushKind kind,
      Consumer<PushCheck> checks,
      Function<Receipt, Taken> storing) {
    return switch (gate.admitActive(envelope.clientToken(), envelope.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> Taken.refused(refusal);
      case Admission.Admitted admitted
          when envelope.messageId().length() > ConnectionStore.MAX_CODE_LENGTH ->
          Taken.refused(
              Refusal.of(
                  RefusalCode.VALIDATION,
                  "The messageId is too long. Use at most "
                      + ConnectionStore.MAX_CODE_LENGTH
                      + " characters."));
      case Admission.Admitted(Connection connection) ->
          take(connection.id(), envelope, kind, checks, storing);
    };
  }

  private Taken take(
      long connectionId,
      Envelope envelope,
      PushKind kind,
      Consumer<PushCheck> checks,
      Function<Receipt, Taken> storing) {
    Mode mode = modes.mode(connectionId);
    PushCheck check =
        new PushCheck(
            configurations.mapping(connectionId).withholding(modes.withheld(connectionId)));
    if (mode.blocked().contains(kind)) {
      check.switchedOff(kind);
    } else {
      checks.accept(check);
    }
    boolean later = mode.asynchronous() && isMews.test(envelope.responseUrl());
    Taken taken =
        storing.apply(
            new Receipt(
                connectionId,
                kind,
                envelope.messageId(),
                clock.instant(),
                check.refusals(),
                later ? envelope.responseUrl() : null));
    if (taken.later()) {
      wakeWorker.run();
    }
    return taken;
  }

  /** Spreads intervals over their nights; a later entry of a message wins over an earlier one. */
  private static <K, P, V> Map<NightKey<K>, V> cells(
      Receipt receipt, List<NightUpdate<K, P>> updates, Function<P, V> stored) {
    Map<NightKey<K>, V> cells = new HashMap<>();
    if (receipt.refusals().isEmpty()) {
      for (NightUpdate<K, P> update : updates) {
        V value = stored.apply(update.value());
        update
            .nights()
            .each()
            .forEach(night -> cells.put(new NightKey<>(update.key(), night), value));
      }
    }
    return cells;
  }
}
