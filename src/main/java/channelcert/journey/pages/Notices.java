package channelcert.journey.pages;

import channelcert.journey.workflow.Transition;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page says after something was done; only these sentences can be said by an address. */
final class Notices {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("saved", "The request is saved."),
          Map.entry("begun", "The case is begun. Fill in the request, then send it."),
          Map.entry("registered", "The addresses are registered. Probe them next."),
          Map.entry("probed", "The addresses were called; the table says what came back."),
          Map.entry("mapped", "The mapping is stored."),
          Map.entry("commented", "The comment is stored."),
          Map.entry("opened", "The issue is open."),
          Map.entry("resolved", "The issue is marked resolved."),
          Map.entry("uploaded", "The workbook is taken; its answers are a new version."),
          Map.entry("unchanged", "Nothing was changed, so no new version was made."),
          Map.entry("answered", "The answers are stored in a new version."),
          Map.entry("offered", "The time is offered."),
          Map.entry("withdrawn", "The time is not offered any more."),
          Map.entry("booked", "The call is booked. Put it into your calendar."),
          Map.entry("extended", "The call goes on for longer."),
          Map.entry("noted", "The protocol is stored."),
          Map.entry("recommended", "The certification is recommended; a lead certifier signs it."),
          Map.entry("overridden", "The row is set aside; the file has a new version."),
          Map.entry("revoked", "The link is revoked."),
          Map.entry("stated", "The statement is stored."),
          Map.entry("started", "The run has begun; this page shows how it goes on."),
          Map.entry("PAUSE", "The run pauses before its next test."),
          Map.entry("CONTINUE", "The run goes on."),
          Map.entry("STOP", "The run was told to stop."),
          Map.entry("replied", "The reply is handed in."),
          Map.entry("organisation", "The partner is registered."),
          Map.entry("invited", "The invitation was mailed."),
          Map.entry("welcome", "You are in. Welcome."),
          Map.entry("out", "You are logged out."));

  private Notices() {}

  static @Nullable String text(String name) {
    return Arrays.stream(Transition.values())
        .filter(step -> step.name().equals(name))
        .findFirst()
        .map(step -> "Done: " + step.label() + ".")
        .orElse(TEXTS.get(name));
  }
}
