package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.mapping.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param section which entry of the navigation is the current one
 * @param formToken what every form of the page carries; empty while nobody is logged in
 * @param version of style sheet and script
 * @param property whose pages these are; absent on pages about all of them
 * @param notice what was just done; absent when nothing was
 */
public record Shell(
    String title,
    String section,
    String formToken,
    String version,
    @Nullable Profile property,
    @Nullable String notice) {

  /** Address of a page of the property. */
  public String at(String page) {
    return property == null ? "/extranet/" + page : "/extranet/c/" + property.id() + "/" + page;
  }
}
