package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.selling.StayOffer;
import channelcert.http.page.Form;
import java.util.List;
import java.util.Map;

/**
 * What is sold for a wanted stay.
 *
 * @param form the search as it is typed
 * @param searched whether there was a search that makes sense
 */
public record SellView(
    Form form,
    boolean searched,
    List<StayOffer> offers,
    Map<String, String> rates,
    Map<String, String> categories) {

  /** Bookable offers. */
  public List<StayOffer> bookable() {
    return offers.stream().filter(StayOffer::isBookable).toList();
  }

  /** The others. */
  public List<StayOffer> closed() {
    return offers.stream().filter(each -> !each.isBookable()).toList();
  }

  /** Address of the form that books an offer. */
  public String address(StayOffer offer) {
    return "sell/book?pair="
        + Words.inAddress(Words.value(offer.pair()))
        + "&arrival="
        + Words.inAddress(form.text("arrival"))
        + "&departure="
        + Words.inAddress(form.text("departure"))
        + "&adults="
        + Words.inAddress(form.text("adults"))
        + "&children="
        + Words.inAddress(form.text("children"));
  }
}
