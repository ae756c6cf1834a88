/** To be filled. */
package org.countersign.notary;
