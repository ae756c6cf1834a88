/** To be filled. */
package org.countersign.workflows;
