/**
 * The room of the security language: grammar, checker and compiler of {@code .security} files.
 *
 * <p>It is between ledger and workflows because compiled rules use the ledger's classes and flows use the compiler. No
 * construct of the language exists yet; definitions are registered from terms given on the command line.
 */
package org.countersign.language;
