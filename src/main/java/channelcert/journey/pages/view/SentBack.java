package channelcert.journey.pages.view;

import java.time.Instant;
import java.util.List;

/**
 * The step that brought a case where it stands, where it did not lead on.
 *
 * @param by name of who took it
 * @param reasons what was given as reasons
 */
public record SentBack(String step, String by, Instant at, List<String> reasons) {}
