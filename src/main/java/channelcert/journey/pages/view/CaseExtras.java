package channelcert.journey.pages.view;

import channelcert.journey.cases.Environment;
import channelcert.journey.run.Overridden;
import channelcert.journey.share.ShareLink;
import java.time.Instant;
import java.util.List;

/**
 * Tokens that wait to be shown, rows set aside and share links of a case, as far as the viewer may
 * deal with them.
 *
 * @param secrets environments of which the viewer may see the client token, once
 * @param openRows rows that the viewer may set aside
 * @param overridden rows that were set aside
 * @param mayShare whether the viewer may make links
 * @param links that were made
 * @param now to tell which have ended
 */
public record CaseExtras(
    List<Environment> secrets,
    List<String> openRows,
    List<Overridden> overridden,
    boolean mayShare,
    List<ShareLink> links,
    Instant now) {}
