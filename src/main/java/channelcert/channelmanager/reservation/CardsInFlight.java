package channelcert.channelmanager.reservation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cards of messages that were not delivered yet, in memory and nowhere else. A message that is sent
 * again after a restart goes without its card.
 */
public final class CardsInFlight {
  private final Map<String, HeldCard> cards = new ConcurrentHashMap<>();

  void hold(String messageId, HeldCard card) {
    cards.put(messageId, card);
  }

  Optional<HeldCard> find(String messageId) {
    return Optional.ofNullable(cards.get(messageId));
  }

  void forget(String messageId) {
    cards.remove(messageId);
  }
}
