/** The lexers and parsers that are made from the grammars beside it; nothing in here is written by hand. */
package org.countersign.language.grammar;
