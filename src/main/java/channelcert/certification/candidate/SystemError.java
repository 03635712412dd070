package channelcert.certification.candidate;

/**
 * How the candidate words a system error (ERR-1).
 *
 * @param situation when it happens, for example {@code maintenance}
 * @param code published error code
 * @param message what the property is told
 */
public record SystemError(String situation, int code, String message) {}
