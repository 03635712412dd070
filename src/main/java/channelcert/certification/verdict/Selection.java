package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The exchanges of a row that a check looks at. */
@FunctionalInterface
public interface Selection {
  List<Message> of(RowEvidence evidence);

  /** Every push of the kinds. */
  static Selection pushes(PushKind... kinds) {
    return evidence ->
        Arrays.stream(kinds)
            .flatMap(kind -> kind.pushes(evidence).stream())
            .sorted(Comparator.comparing(Message::id, Selection::byNumber))
            .toList();
  }

  /** The pushes of a kind in which an item carries, in that field, the code of a note. */
  static Selection naming(PushKind kind, String field, String fact) {
    return evidence ->
        kind.pushes(evidence).stream()
            .filter(push -> names(push.request(), kind, field, evidence.fact(fact)))
            .toList();
  }

  /** The calls of Mews to an operation of the candidate. */
  static Selection calls(String operation) {
    return evidence -> evidence.messages(Direction.MEWS_TO_CANDIDATE, operation);
  }

  /**
   * Only what started between an order to the driver, or to a person who carried it out, and the
   * next order of the other name.
   */
  default Selection between(String driverOrder, String driverEnd) {
    return evidence -> {
      boolean inside = false;
      List<Message> chosen = new ArrayList<>();
      List<Message> mine = of(evidence);
      for (Message message : evidence.messages()) {
        if (Attended.isOrder(message)) {
          inside =
              message.operation().equals(driverOrder)
                  || (inside && !message.operation().equals(driverEnd));
        } else if (inside && mine.contains(message)) {
          chosen.add(message);
        }
      }
      return chosen;
    };
  }

  /** Only the first one. */
  default Selection first() {
    return evidence -> of(evidence).stream().limit(1).toList();
  }

  /** All but the first one. */
  default Selection afterFirst() {
    return evidence -> of(evidence).stream().skip(1).toList();
  }

  /** Only what started after the last order of that name to the driver or to a person. */
  default Selection after(String driverOrder) {
    return evidence -> {
      List<Message> orders =
          evidence.messages().stream()
              .filter(Attended::isOrder)
              .filter(message -> message.operation().equals(driverOrder))
              .toList();
      if (orders.isEmpty()) {
        return List.of();
      }
      String order = orders.getLast().id();
      return of(evidence).stream().filter(each -> byNumber(order, each.id()) < 0).toList();
    };
  }

  /** Whether an item of the push carries the code in the field. */
  static boolean names(JsonNode request, PushKind kind, String field, String code) {
    for (JsonNode item : request.path(kind.items())) {
      if (item.path(field).asText().equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the message started after the exchange with that id. */
  static boolean isLater(Message message, String id) {
    return byNumber(message.id(), id) > 0;
  }

  /** Ids in the order of their numbers, also beyond four digits. */
  static int byNumber(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }
}
