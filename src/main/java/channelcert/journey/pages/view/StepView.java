package channelcert.journey.pages.view;

import java.util.List;

/**
 * A step that leads out of the state of a case.
 *
 * @param who takes it, for people
 * @param mine whether the viewer may take it
 * @param input field of what has to be given; empty when nothing has to be
 * @param missing what is missing before it can be taken, in sentences
 * @param places where that is done
 */
public record StepView(
    String id,
    String label,
    String who,
    boolean mine,
    boolean grave,
    String input,
    String inputWords,
    List<String> missing,
    List<Place> places) {

  /**
   * A place of the portal.
   *
   * @param words of the link to it
   */
  public record Place(String address, String words) {}
}
