/** To be filled. */
package org.countersign.deploy;
