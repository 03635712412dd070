package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.run.CaseRun;
import java.util.List;
import java.util.Map;

/**
 * The runs of a case.
 *
 * @param runs the newest first
 * @param may whether the viewer may start one
 * @param time whether it is the time for it
 * @param latest the verdict of each test in this attempt, in the order of the tests; empty = not
 *     run
 * @param form what was typed to start one
 */
public record RunsView(
    CertificationCase found,
    List<CaseRun> runs,
    boolean may,
    boolean time,
    Map<String, String> latest,
    Form form) {
  /** Ways to know what the extranet shows, for people. */
  public static final Map<String, String> READ_BACKS =
      Map.of(
          "DRIVER", "The driver tells",
          "CHALLENGE", "Somebody types what the extranet shows",
          "EXPORT", "An export of the extranet is handed in",
          "ATTEST", "Somebody states it, with a screenshot");

  public String at() {
    return "/portal/cases/" + found.id() + "/runs";
  }
}
