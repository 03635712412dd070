package channelcert.certification.verdict;

/**
 * One thing that a row expects of the candidate.
 *
 * @param id stable words, unique in the row
 * @param statement the rule in our own words
 * @param check how it is judged
 */
public record Expectation(String id, String statement, Basis basis, Check check) {}
