/** To be filled. */
package org.countersign.oracles;
