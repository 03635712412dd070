/**
 * Opens a database, migrates the schema of one part, and runs its transactions; the generated
 * tables lie beneath.
 */
@NullMarked
package channelcert.store;

import org.jspecify.annotations.NullMarked;
