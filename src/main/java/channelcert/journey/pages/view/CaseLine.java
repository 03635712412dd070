package channelcert.journey.pages.view;

import channelcert.journey.cases.CertificationCase;
import java.util.List;

/**
 * A case on the home page.
 *
 * @param waitsForMe whether the viewer can take the next step
 * @param next what has to be done now and by whom
 */
public record CaseLine(
    CertificationCase found,
    String partner,
    boolean waitsForMe,
    String next,
    List<ChecklistLine> checklist) {}
