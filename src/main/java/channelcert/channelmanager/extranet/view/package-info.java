/** What the templates of the extranet are given; texts are as they are stored, never escaped. */
@NullMarked
package channelcert.channelmanager.extranet.view;

import org.jspecify.annotations.NullMarked;
