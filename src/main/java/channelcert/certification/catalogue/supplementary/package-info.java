/** The supplementary rows, in the order of the domain reference, 9.6; they never block. */
@NullMarked
package channelcert.certification.catalogue.supplementary;

import org.jspecify.annotations.NullMarked;
