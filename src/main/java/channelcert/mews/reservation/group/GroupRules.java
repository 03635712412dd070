package channelcert.mews.reservation.group;

import channelcert.mews.property.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of a whole message (domain reference 7.6); the rules of its reservations come after. */
final class GroupRules {
  private static final int RECOMMENDED_RESERVATIONS = 100;

  private final House house;
  private final Findings findings;

  GroupRules(House house, Findings findings) {
    this.house = house;
    this.findings = findings;
  }

  void check(GroupMessage.Definition message) {
    codes(message.codes());
    if (message.reservations().size() > RECOMMENDED_RESERVATIONS) {
      findings.warn(
          "Group: "
              + message.reservations().size()
              + " reservations are more than the recommended 100.");
    }
    currency(message);
    card(message);
    block(message);
    new SourceRules(house, findings).check(message.sources());
    ReservationRules rules = new ReservationRules(house.property(), findings);
    message.booked().forEach(rules::check);
    new AmountRules(findings).check(message);
  }

  /** Codes of a cancellation are checked as well: they have to be the right ones. */
  void codes(List<String> codes) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (String code : codes) {
      code(code);
      if (!seen.add(code) && repeated.add(code)) {
        findings.refuse(
            "Reservation "
                + Findings.shown(code)
                + ": the code stands more than once in the group; give every reservation a code of"
                + " its own.");
      }
    }
  }

  private void code(String code) {
    if (code.isBlank()) {
      findings.refuse(
          "Reservation: the code is empty; give every reservation a code, the same in every message"
              + " of the group.");
    } else if (code.equals("_")) {
      findings.refuse(
          "Reservation _: the code _ is reserved; give the reservation another code, for example"
              + " 01.");
    } else if (code.contains("_")) {
      findings.warn("Reservation " + Findings.shown(code) + ": avoid underscores in codes.");
    }
  }

  private void currency(GroupMessage.Definition message) {
    Property property = house.property();
    if (!message.currencyCode().equals(property.currencyCode())) {
      findings.refuse(
          "Group: the property does not accept the currency "
              + message.currencyCode()
              + "; send all amounts in "
              + property.currencyCode()
              + ".");
    }
  }

  private void card(GroupMessage.Definition message) {
    if (!message.cardAccepted()) {
      findings.refuse(
          "Group: the card is none of the test cards, and this environment takes no other; send the"
              + " booking with a published test card.");
    }
  }

  private void block(GroupMessage.Definition message) {
    String block = message.blockCode();
    if (block == null || block.isBlank() || house.block() == BlockStanding.OPEN) {
      return;
    }
    findings.refuse(
        "Group: the availabilityBlockCode "
            + Findings.shown(block)
            + (house.block() == BlockStanding.CANCELLED
                ? " names a block that was cancelled; send the group without it."
                : " names no block that is known; send the block first, or the group without"
                    + " availabilityBlockCode."));
  }
}
