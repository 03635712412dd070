package channelcert.channelmanager.extranet.view;

import channelcert.http.page.Form;

/**
 * The settings of a connection as they are typed.
 *
 * @param held whether bookings wait to be sent again
 */
public record SettingsView(Form form, boolean held) {}
