package channelcert.journey.live;

import java.time.Instant;

/**
 * Something that happened in a run.
 *
 * @param number in the run, from 1
 */
public record Note(long number, Instant at, String text) {}
