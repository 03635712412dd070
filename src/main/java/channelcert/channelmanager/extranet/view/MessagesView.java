package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.inspector.KeptMessage;
import java.util.List;

/**
 * Messages that are kept.
 *
 * @param found how many fit the choice, of which the newest are shown
 * @param kept how many are kept at all
 * @param skipped how many came too fast to be kept
 */
public record MessagesView(
    Choice choice,
    List<Line> lines,
    int found,
    int kept,
    long skipped,
    boolean keeping,
    List<String> operations) {

  /** What somebody wants to see. */
  public record Choice(String direction, String operation, String outcome, String search) {}

  /**
   * A message.
   *
   * @param property name of the property that it is about; empty where it is about none
   */
  public record Line(KeptMessage message, String property) {}
}
