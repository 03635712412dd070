/** Certification cases: what is stored of them, what is known of them, and their steps. */
@NullMarked
package channelcert.journey.cases;

import org.jspecify.annotations.NullMarked;
