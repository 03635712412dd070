package channelcert.channelmanager.push;

import channelcert.channelmanager.mapping.Refusal;
import java.util.List;

/**
 * How a push is answered.
 *
 * @param refusals what is wrong with it; none when it was taken
 * @param later whether its outcome is confirmed afterwards
 */
record Taken(List<Refusal> refusals, boolean later) {
  static Taken refused(Refusal refusal) {
    return new Taken(List.of(refusal), false);
  }
}
