/** The six rows in which Mews pushes inventory. */
@NullMarked
package channelcert.certification.catalogue.inventory;

import org.jspecify.annotations.NullMarked;
