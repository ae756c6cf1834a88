/** What a model says, in the ledger's own types. Nothing here looks committees up; who registers a security does. */
package org.countersign.language.ledger;
