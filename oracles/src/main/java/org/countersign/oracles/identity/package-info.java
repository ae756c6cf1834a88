/** The checks of the aspect IDENTITY: are the parties of a transaction known and admitted as holders. */
package org.countersign.oracles.identity;
