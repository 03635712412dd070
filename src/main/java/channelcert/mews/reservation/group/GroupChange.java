package channelcert.mews.reservation.group;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.reservation.group.ReservationOrder.Book;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what a message does to a group (domain reference 7.4). */
public final class GroupChange {
  private final House house;
  private final Supplier<String> confirmationNumbers;

  /**
   * Makes the decision for a property.
   *
   * @param confirmationNumbers gives the next number; asked once for each new reservation
   */
  public GroupChange(House house, Supplier<String> confirmationNumbers) {
    this.house = house;
    this.confirmationNumbers = confirmationNumbers;
  }

  /**
   * Decides.
   *
   * @param known the group as it is; absent when Mews never accepted it
   */
  public Decision decide(@Nullable Group known, GroupMessage message) {
    Findings findings = new Findings();
    message.remarks().forEach(findings::warn);
    return switch (message) {
      case GroupMessage.Cancellation cancellation -> cancel(known, cancellation, findings);
      case GroupMessage.Definition definition -> define(known, definition, findings);
    };
  }

  private Decision cancel(
      @Nullable Group known, GroupMessage.Cancellation message, Findings findings) {
    new GroupRules(house, findings).codes(message.codes());
    if (known == null) {
      findings.refuse(
          Refusal.of(
              ErrorCode.RESERVATION_NOT_FOUND,
              "Booking "
                  + Findings.shown(message.channelManagerId())
                  + " is not known, so there is nothing to cancel; do not repeat the"
                  + " cancellation."));
    }
    if (known == null || !findings.refusals().isEmpty()) {
      return new Decision.Refused(findings.refusals(), findings.warnings());
    }
    List<Reservation> cancelled = known.reservations().stream().map(Reservation::cancel).toList();
    Group group = new Group(known.channelManagerId(), known.currencyCode(), cancelled);
    return new Decision.Changed(group, cancelled, List.of(), findings.warnings());
  }

  private Decision define(
      @Nullable Group known, GroupMessage.Definition message, Findings findings) {
    new GroupRules(house, findings).check(message);
    if (!findings.refusals().isEmpty()) {
      return new Decision.Refused(findings.refusals(), findings.warnings());
    }
    Map<String, Reservation> reservations = new LinkedHashMap<>();
    if (known != null) {
      known.reservations().forEach(each -> reservations.put(each.code(), each));
    }
    Set<String> touched = new HashSet<>(cancelMissing(reservations, message));
    touched.addAll(cancelListed(reservations, message));
    touched.addAll(book(reservations, message, findings));
    Group group =
        new Group(
            message.channelManagerId(), message.currencyCode(), List.copyOf(reservations.values()));
    return new Decision.Changed(
        group,
        group.reservations().stream().filter(each -> touched.contains(each.code())).toList(),
        message.sources().stream().filter(source -> source.code() == null).toList(),
        findings.warnings());
  }

  private static List<String> cancelMissing(
      Map<String, Reservation> reservations, GroupMessage.Definition message) {
    Set<String> listed = Set.copyOf(message.codes());
    List<String> missing =
        reservations.values().stream()
            .filter(each -> !each.cancelled() && !listed.contains(each.code()))
            .map(Reservation::code)
            .toList();
    missing.forEach(code -> reservations.computeIfPresent(code, (key, each) -> each.cancel()));
    return missing;
  }

  /** Entries to cancel that Mews never had are ignored. */
  private static List<String> cancelListed(
      Map<String, Reservation> reservations, GroupMessage.Definition message) {
    List<String> listed =
        message.reservations().stream()
            .filter(ReservationOrder.Cancel.class::isInstance)
            .map(ReservationOrder::code)
            .filter(reservations::containsKey)
            .toList();
    listed.forEach(code -> reservations.computeIfPresent(code, (key, each) -> each.cancel()));
    return listed;
  }

  private List<String> book(
      Map<String, Reservation> reservations, GroupMessage.Definition message, Findings findings) {
    List<Book> booked = message.booked();
    List<Definition> definitions =
        new Amounts(house.property().taxPercent(), message.currencyCode(), findings)
            .settle(booked, message.total());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < booked.size(); i++) {
      String code = booked.get(i).code();
      Definition definition = definitions.get(i);
      Reservation old = reservations.get(code);
      reservations.put(
          code,
          old == null
              ? new Reservation(code, confirmationNumbers.get(), false, definition)
              : old.redefine(definition));
      codes.add(code);
    }
    return codes;
  }
}
