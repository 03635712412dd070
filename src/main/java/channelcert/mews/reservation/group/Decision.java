package channelcert.mews.reservation.group;

import channelcert.mews.Refusal;
import java.util.List;

/** What a message does to a group. */
public sealed interface Decision {
  /** What was accepted although it looks wrong, for the property to know. */
  List<String> warnings();

  /**
   * The message is refused as a whole; the group stays as it is.
   *
   * @param refusals at least one
   */
  record Refused(List<Refusal> refusals, List<String> warnings) implements Decision {}

  /**
   * The message changes the group.
   *
   * @param group the group as it is from now on
   * @param touched the reservations to confirm, cancelled ones included
   * @param newChannels channels that Mews learns from the message
   */
  record Changed(
      Group group, List<Reservation> touched, List<SourceOrder> newChannels, List<String> warnings)
      implements Decision {}
}
