package org.countersign.contracts.identity;

import net.corda.core.serialization.CordaSerializable;

/** What an investor counts as under a rule of law; an investor may be several of these. */
@CordaSerializable
public enum InvestorCategory {
    /** A retail client: neither professional nor eligible counterparty, MiFID II (2014/65/EU) article 4(1)(11). */
    RETAIL,
    /** A professional client: MiFID II annex II. */
    PROFESSIONAL,
    /** An eligible counterparty: MiFID II article 30. */
    ELIGIBLE_COUNTERPARTY,
    /** An accredited investor: 17 CFR 230.501(a). */
    ACCREDITED,
    /** A qualified institutional buyer: 17 CFR 230.144A(a)(1). */
    QUALIFIED_INSTITUTIONAL_BUYER
}
