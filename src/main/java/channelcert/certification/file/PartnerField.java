package channelcert.certification.file;

/**
 * A field that only the partner can fill in.
 *
 * @param key its stable name
 * @param place sheet and cell
 * @param label what is asked
 * @param needed whether the file is incomplete without it
 */
public record PartnerField(String key, String place, String label, boolean needed) {}
