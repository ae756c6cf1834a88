/**
 * What is claimed about a holder: how the texts of claims are written, and what an authority makes of the credentials
 * that a holder has presented.
 */
package org.countersign.workflows.identity.claim;
