package channelcert.mews.availabilityblock;

import channelcert.mews.availabilityblock.Allotment.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block as it is stored.
 *
 * @param number Mews' number of it
 * @param origin the channel manager that made it; absent for a block of the property's own
 * @param evaluatedAt until when releases are taken into account
 */
public record Block(
    String propertyId,
    String number,
    @Nullable Origin origin,
    boolean cancelled,
    BlockDefinition definition,
    Instant evaluatedAt) {
  private static final String PREFIX = "block-";

  /**
   * Where a block came from.
   *
   * @param code the channel manager's
   */
  public record Origin(String connectionToken, String code) {}

  /** The name under which messages about a block are queued. */
  static String subject(String number) {
    return PREFIX + number;
  }

  static String number(String subject) {
    return subject.substring(PREFIX.length());
  }

  Block defined(BlockDefinition newDefinition, Instant now) {
    return new Block(propertyId, number, origin, false, newDefinition, later(now));
  }

  Block with(BlockDefinition newDefinition) {
    return new Block(propertyId, number, origin, cancelled, newDefinition, evaluatedAt);
  }

  Block cancel(Instant now) {
    return new Block(propertyId, number, origin, true, definition, later(now));
  }

  Block evaluated(Instant now) {
    return new Block(propertyId, number, origin, cancelled, definition, later(now));
  }

  /** Whether both say the same to a channel manager. */
  boolean isSameAs(Block other) {
    return cancelled == other.cancelled && definition.equals(other.definition);
  }

  /** A clock that was turned back takes no release back. */
  private Instant later(Instant now) {
    return now.isAfter(evaluatedAt) ? now : evaluatedAt;
  }

  /**
   * What the block keeps from sale: held, not released, and not picked up, because what is picked
   * up is kept from sale by its booking.
   */
  SpaceNights withheld(SpaceNights occupied, ZoneId zone) {
    SpaceNights withheld = new SpaceNights();
    if (cancelled) {
      return withheld;
    }
    for (Allotment allotment : definition.allotments()) {
      String category = allotment.spaceTypeCode();
      for (Held held : allotment.held()) {
        held.nights().stream()
            .filter(night -> isHeld(night, zone))
            .forEach(
                night -> {
                  int left = held.units() - occupied.at(category, night);
                  withheld.add(category, night, Math.max(0, left));
                });
      }
    }
    return withheld;
  }

  private boolean isHeld(LocalDate night, ZoneId zone) {
    return definition.release().of(night, zone).isAfter(evaluatedAt);
  }

  /** When the next night is released; empty when nothing is held any more. */
  Optional<Instant> nextRelease(ZoneId zone) {
    return cancelled
        ? Optional.empty()
        : definition.allotments().stream()
            .flatMap(allotment -> allotment.held().stream())
            .filter(held -> held.units() > 0)
            .flatMap(held -> held.nights().stream())
            .map(night -> definition.release().of(night, zone))
            .filter(release -> release.isAfter(evaluatedAt))
            .min(Instant::compareTo);
  }
}
