/** The text of a security, and what is to be said about places in it. */
package org.countersign.language.source;
