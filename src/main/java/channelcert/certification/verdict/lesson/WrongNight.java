package channelcert.certification.verdict.lesson;

import java.time.LocalDate;

/**
 * A night on which the extranet shows something else than was pushed.
 *
 * @param ratePlanCode empty for availability
 * @param guests number of guests of a price; 0 for everything else
 * @param received what is shown; {@code nothing} where nothing is
 */
public record WrongNight(
    String spaceTypeCode,
    String ratePlanCode,
    int guests,
    LocalDate night,
    String expected,
    String received) {}
