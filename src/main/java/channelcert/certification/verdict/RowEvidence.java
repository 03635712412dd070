package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import java.util.List;
import java.util.Map;

/**
 * Everything that a row is judged by.
 *
 * @param messages the exchanges of the row in the order in which they started
 * @param earlier evidence of the rows before it, by row id, for rows that build on others
 * @param facts what the run chose or was told, by name: values that do not stand in any message,
 *     for example the nonce of a booking or the number of nights that a full push has to cover
 */
public record RowEvidence(
    List<Message> messages, Map<String, RowEvidence> earlier, Map<String, String> facts) {

  /** The exchanges of an operation in one direction, in order. */
  public List<Message> messages(Direction direction, String operation) {
    return messages.stream()
        .filter(
            message ->
                message.exchange().direction() == direction
                    && message.operation().equals(operation))
        .toList();
  }

  /** What the run noted under a name; a missing note is our own fault. */
  public String fact(String name) {
    String fact = facts.get(name);
    if (fact == null) {
      throw new IllegalStateException("the run noted nothing under '" + name + "'");
    }
    return fact;
  }
}
