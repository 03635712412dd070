package channelcert.mews.property;

import channelcert.mews.Refusal;

/** Whether the tokens of a request open a connection. */
public sealed interface Access {
  record Granted(ConnectionDetails connection, Property property) implements Access {}

  record Denied(Refusal refusal) implements Access {}
}
