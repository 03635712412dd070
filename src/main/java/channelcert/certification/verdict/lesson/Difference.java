package channelcert.certification.verdict.lesson;

/**
 * One place at which what came differs from what the rule asks.
 *
 * @param path where: a JSON path such as {@code $.errors[0].code}, or words for what is no JSON
 * @param expected what should stand there; a value as JSON, or words
 * @param received what stands there; {@code absent} where nothing does
 */
public record Difference(String path, String expected, String received) {}
