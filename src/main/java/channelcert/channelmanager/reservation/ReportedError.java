package channelcert.channelmanager.reservation;

/** An error that Mews reported. */
public record ReportedError(int code, String message) {}
