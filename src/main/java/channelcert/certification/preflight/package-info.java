/** What is wrong before anything is tested: configuration or implementation, and how to mend it. */
@NullMarked
package channelcert.certification.preflight;

import org.jspecify.annotations.NullMarked;
