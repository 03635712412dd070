package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.InventoryStore;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.inventory.NightWrite;
import channelcert.channelmanager.inventory.PushConfirmationStore;
import channelcert.channelmanager.inventory.Receipt;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.channelmanager.push.Push.Lane;
import channelcert.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Commits pushes: each one completely or not at all together with its answer, and only when it was
 * not answered before. Several in one transaction share the wait for the disk.
 */
final class PushStore {
  private static final Refusal FAILURE =
      Refusal.of(
          RefusalCode.SYSTEM,
          "The message was accepted but could not be processed. Nothing was stored; please send it"
              + " again later.");

  private final Database database;
  private final MessageStore messages;
  private final ModeStore modes;
  private final PushConfirmationStore confirmations;

  PushStore(
      Database database,
      MessageStore messages,
      ModeStore modes,
      PushConfirmationStore confirmations) {
    this.database = database;
    this.messages = messages;
    this.modes = modes;
    this.confirmations = confirmations;
  }

  /**
   * Commits pushes in one transaction, in their order.
   *
   * @return answers as these or earlier deliveries were answered; a push without one was not looked
   *     at because another node works on its lane
   */
  Map<Push, Taken> commit(List<Push> pushes) {
    return database.transact(
        dsl -> {
          Set<Lane> lanes = pushes.stream().map(Push::lane).collect(Collectors.toSet());
          Set<Lane> ours = database.isShared() ? messages.takeFreeLanes(dsl, lanes) : lanes;
          return take(dsl, pushes.stream().filter(push -> ours.contains(push.lane())).toList());
        });
  }

  /** Commits one push, however long another node works on its lane. */
  Taken commitAlone(Push push) {
    return database.transact(
        dsl -> {
          if (database.isShared()) {
            messages.takeLane(dsl, push.lane());
          }
          return answered(take(dsl, List.of(push)), push);
        });
  }

  private static Taken answered(Map<Push, Taken> answers, Push push) {
    Taken taken = answers.get(push);
    if (taken == null) {
      throw new IllegalStateException("a push was taken without an answer");
    }
    return taken;
  }

  private Map<Push, Taken> take(DSLContext dsl, List<Push> pushes) {
    Map<Receipt.Id, List<Refusal>> earlier =
        messages.answers(dsl, pushes.stream().map(push -> push.receipt().id()).toList());
    Map<Receipt.Id, Taken> fresh = new HashMap<>();
    Map<Push, Taken> answers = new HashMap<>();
    List<Receipt> receipts = new ArrayList<>();
    List<NightWrite> writes = new ArrayList<>();
    for (Push push : pushes) {
      Receipt receipt = push.receipt();
      List<Refusal> before = earlier.get(receipt.id());
      Taken repeated = fresh.get(receipt.id());
      if (before != null) {
        answers.put(push, new Taken(before, confirmations.knows(dsl, receipt)));
      } else if (repeated != null) {
        answers.put(push, repeated);
      } else {
        Taken taken = new Taken(receipt.refusals(), isLater(receipt));
        receipts.add(receipt);
        fresh.put(receipt.id(), taken);
        answers.put(push, taken);
        if (isToBeWritten(dsl, receipt)) {
          writes.add(push.write());
          push.rules().forEach(rule -> InventoryStore.write(dsl, receipt.connectionId(), rule));
        }
      }
    }
    messages.store(dsl, receipts);
    InventoryStore.write(dsl, writes);
    return answers;
  }

  private static boolean isLater(Receipt receipt) {
    return receipt.refusals().isEmpty() && receipt.responseUrl() != null;
  }

  /**
   * Refused ones are not; nor is the one that was chosen to fail among those whose outcome is
   * confirmed afterwards.
   */
  private boolean isToBeWritten(DSLContext dsl, Receipt receipt) {
    String responseUrl = receipt.responseUrl();
    if (!receipt.refusals().isEmpty() || responseUrl == null) {
      return receipt.refusals().isEmpty();
    }
    boolean fails = modes.takeFailure(dsl, receipt.connectionId());
    confirmations.add(dsl, receipt, responseUrl, fails ? List.of(FAILURE) : List.of());
    return !fails;
  }
}
