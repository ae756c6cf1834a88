/**
 * From the model to a jar with one class: Java source, bytecode, jar, and the checks of each that a registrar repeats.
 *
 * <p>The same source gives the same bytes on every machine: nothing in here asks for the locale, the zone, the clock,
 * the directory or the version of Java.
 */
package org.countersign.language.compile;
