/** The candidate file: what it may say, and what it says. */
@NullMarked
package channelcert.certification.candidate;

import org.jspecify.annotations.NullMarked;
