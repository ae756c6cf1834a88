/** The lexer and the parser that are made from {@code Security.g4}; nothing in here is written by hand. */
package org.countersign.language.grammar;
