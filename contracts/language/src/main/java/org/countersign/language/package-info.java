/** To be filled. */
package org.countersign.language;
