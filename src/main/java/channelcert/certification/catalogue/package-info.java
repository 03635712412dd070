/** The rows, in the published order. */
@NullMarked
package channelcert.certification.catalogue;

import org.jspecify.annotations.NullMarked;
