package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.selling.StayOffer;
import channelcert.http.page.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that books a stay.
 *
 * @param offer what it costs now; absent when the stay makes no sense
 * @param channels names of the channels known to Mews, by code
 */
public record BookView(Form form, @Nullable StayOffer offer, Map<Integer, String> channels) {}
