/**
 * The rules class of a security, from the attachment that its definition pins: how it is found, what is demanded of its
 * bytes before it is loaded, and how it is loaded.
 *
 * <p>How policies are judged lives in {@code compliance}, how they are written and compiled in the language.
 */
package org.countersign.contracts.definition.rules;
