package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import channelcert.journey.call.Call;
import channelcert.journey.call.Slot;
import channelcert.journey.cases.CertificationCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call of a case, and the times that are offered.
 *
 * @param call the one of the attempt; absent while none is booked
 * @param overtime whether it runs and its time is up
 * @param slots the viewer sees; partners the free ones only
 * @param booking name of the button that books a time; empty when the viewer books none now
 * @param mayOffer whether the viewer offers times
 * @param mayLead whether the viewer leads the running call
 * @param form what was typed, and what is wrong with it
 */
public record CallPageView(
    CertificationCase found,
    @Nullable Call call,
    boolean overtime,
    List<Slot> slots,
    String booking,
    boolean mayOffer,
    boolean mayLead,
    Form form) {

  /** The protocol as it was typed, else as it is noted so far. */
  public Form protocol() {
    return form.has("protocol") || call == null
        ? form
        : Form.of(Map.of("protocol", call.protocol()));
  }

  /** Address of something that belongs to the call. */
  public String at(String rest) {
    return "/portal/cases/" + found.id() + "/call" + rest;
  }

  /** Address of the calendar entry. */
  public String invitation() {
    return "/api/cases/" + found.id() + "/call/invitation";
  }
}
