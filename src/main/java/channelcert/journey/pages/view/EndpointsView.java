package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import java.util.List;

/**
 * The addresses of one environment.
 *
 * @param environment {@code test} or {@code production}
 * @param mayRegister whether the viewer registers addresses
 * @param mayProbe whether the viewer probes them
 */
public record EndpointsView(
    String environment,
    List<Line> lines,
    List<String> problems,
    boolean mayRegister,
    boolean mayProbe,
    Form form) {

  /**
   * An operation and its address.
   *
   * @param address empty while none is registered
   * @param reached when it was reached last; empty while it never was
   * @param problem what the last probe found wrong; empty when nothing
   */
  public record Line(
      String operation, boolean mandatory, String address, String reached, String problem) {}

  /** Whether something can be probed. */
  public boolean isRegistered() {
    return lines.stream().anyMatch(each -> !each.address().isEmpty());
  }
}
