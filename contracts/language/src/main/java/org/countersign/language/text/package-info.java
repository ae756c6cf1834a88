/** What is made of a source for people: its canonical layout, what it means in plain words, and what a change means. */
package org.countersign.language.text;
