package channelcert.mews.mail;

import channelcert.mail.Letter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What an e-mail says: what happened on which connection, and what to do about it.
 *
 * @param message sentence with the text of the channel manager
 */
record MailText(
    String propertyName, String channelManagerName, Instant at, int code, String message) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static MailText of(MailStore.Waiting mail) {
    return new MailText(
        mail.propertyName(),
        mail.channelManagerName(),
        mail.writtenAt(),
        mail.code(),
        mail.message());
  }

  Letter letter() {
    return new Letter(
        propertyName + ", " + channelManagerName + ": " + message, text(), html(), null, at);
  }

  String subject() {
    return letter().subject();
  }

  String text() {
    return """
    %s

    Property: %s
    Channel manager: %s
    Time: %s
    Error code: %d

    What to do: %s
    """
        .formatted(message, propertyName, channelManagerName, TIME.format(at), code, advice());
  }

  String html() {
    return """
    <!DOCTYPE html>
    <html lang="en"><body style="font-family:sans-serif;max-width:40em">
    <p>%s</p>
    <table style="border-spacing:0 4px">
    <tr><td style="padding-right:1em">Property</td><td>%s</td></tr>
    <tr><td style="padding-right:1em">Channel manager</td><td>%s</td></tr>
    <tr><td style="padding-right:1em">Time</td><td>%s</td></tr>
    <tr><td style="padding-right:1em">Error code</td><td>%d</td></tr>
    </table>
    <p><strong>What to do:</strong> %s</p>
    </body></html>
    """
        .formatted(
            escaped(message),
            escaped(propertyName),
            escaped(channelManagerName),
            TIME.format(at),
            code,
            escaped(advice()));
  }

  /** The reactions of the domain reference, 6.1. */
  private String advice() {
    return switch (code) {
      case 1 ->
          "nothing for now; the updates are repeated by themselves until they are accepted."
              + " If this lasts, ask the channel manager.";
      case 2 ->
          "compare the booking in Mews with the one in the extranet; the message is not repeated.";
      case 3, 8 ->
          "check the connection and its tokens with the channel manager, then send a full update.";
      case 4, 5, 9, 10, 11 ->
          "correct the mapping in the extranet, synchronise again in Mews, and send a full update.";
      case 12, 13, 14 ->
          "clear it up with the channel manager, switch the updates on again in Mews, and send a"
              + " full update.";
      default -> "pass this message on to the channel manager.";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
