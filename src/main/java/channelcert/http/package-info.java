/**
 * Listeners and callers of JSON over HTTP: limits, validation, the published error form, recording.
 */
@NullMarked
package channelcert.http;

import org.jspecify.annotations.NullMarked;
