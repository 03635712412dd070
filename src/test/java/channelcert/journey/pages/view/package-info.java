/** Tests of what templates of the portal are given. */
@NullMarked
package channelcert.journey.pages.view;

import org.jspecify.annotations.NullMarked;
