/** Credentials about holders: how providers issue them, holders keep and present them, and authorities verify them. */
package org.countersign.workflows.identity;
