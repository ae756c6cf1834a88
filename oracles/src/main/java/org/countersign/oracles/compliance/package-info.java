/** The checks of the aspect COMPLIANCE: may these parties deal in this security. */
package org.countersign.oracles.compliance;
