/** To be filled. */
package org.countersign.client.cli;
