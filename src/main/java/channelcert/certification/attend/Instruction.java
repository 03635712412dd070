package channelcert.certification.attend;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a person is asked to do.
 *
 * @param code the row that asks, for example {@code RES-1}; {@code set-up} before the first one
 * @param operation what the driver would have been asked for, for example {@code sendBooking}
 * @param title a line that says it
 * @param text all of it, as Markdown that also reads well as it is
 * @param form what may be replied
 * @param order what is recorded as asked for; the text stays out of the evidence
 */
public record Instruction(
    String code, String operation, String title, String text, Form form, ObjectNode order) {}
