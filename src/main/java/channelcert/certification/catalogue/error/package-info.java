/** The six rows in which something goes wrong on purpose. */
@NullMarked
package channelcert.certification.catalogue.error;

import org.jspecify.annotations.NullMarked;
