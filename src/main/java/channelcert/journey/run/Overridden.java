package channelcert.journey.run;

import java.time.Instant;

/**
 * A row that Mews set aside though it did not pass.
 *
 * @param code of the row
 * @param personId who decided it
 * @param by name of that person
 */
public record Overridden(String code, String personId, String by, String reason, Instant at) {}
