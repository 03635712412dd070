package channelcert.journey.workflow;

/** What a transition does beside moving the case. */
public enum Effect {
  /** Makes a test property, its user and a demo client token, which is shown once. */
  PROVISION,
  /** Enables the operations of the test connection. */
  ENABLE_CONNECTION,
  /** Writes a certification file, filled in as far as evidence goes. */
  ISSUE_FILE,
  /** Keeps the returned file unchangeable. */
  FREEZE_FILE,
  /** Books the slot and invites by calendar. */
  BOOK_CALL,
  /** Starts the clock of 90 minutes. */
  START_CALL,
  /** Ends the call and keeps its protocol. */
  END_CALL,
  /** Opens the listed issues. */
  OPEN_ISSUES,
  /**
   * Starts the next attempt: every result is reset; environment, tokens, endpoints, mapping stay.
   */
  NEXT_ATTEMPT,
  /** Signs the certificate. */
  ISSUE_CERTIFICATE,
  /** Issues a production client token, shown once. */
  ISSUE_PRODUCTION_TOKEN,
  /** Starts the pilot. */
  START_PILOT,
  /** Names another pilot property. */
  CHANGE_PILOT,
  /** Starts the time of monitoring. */
  START_MONITORING,
  /** Revokes the certificate, for a reason that stands in it. */
  REVOKE_CERTIFICATE,
  /** Opens a new case linked to this one. */
  OPEN_LINKED_CASE,
  /** Revokes the tokens. */
  REVOKE_TOKENS,
  /** Cancels a booked call, also in calendars, and ends one that runs. */
  CANCEL_CALL
}
