package org.countersign.workflows.ownership;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.validation.Refusal;

/**
 * Whether there is room in a registrar's register for what a transaction adds to it: units of a security within its
 * authorised quantity, a security under a symbol and an ISIN that no other has. The contracts cannot know that, since
 * no transaction shows all others. Each answer is a list of claims: what the transaction needs for itself alone until
 * it is final.
 */
final class NewEntries {
    private final ServiceHub services;
    private final LedgerTransaction ledger;

    /**
     * Creates the check.
     *
     * @param ledger verified by its contracts
     */
    NewEntries(ServiceHub services, LedgerTransaction ledger) {
        this.services = services;
        this.ledger = ledger;
    }

    /** The claims of an issue. Refused if more would be outstanding than is authorised. */
    List<String> issue() throws RegisterAssessment.Refused {
        SecurityDefinitionState definition =
                ledger.referenceInputsOfType(SecurityDefinitionState.class).get(0);
        IssuedTokenType type = definition.tokenType();
        BigDecimal issued = BigDecimal.ZERO;
        for (SecurityToken token : ledger.outputsOfType(SecurityToken.class)) {
            issued = issued.add(Definitions.quantity(token));
        }
        BigDecimal outstanding = Definitions.outstanding(services, type);
        BigDecimal authorised = definition.getTerms().getAuthorisedQuantity();
        if (outstanding.add(issued).compareTo(authorised) > 0) {
            throw refused(
                    RegisterRequirement.WITHIN_AUTHORISED,
                    "Issuing " + issued.toPlainString() + " to " + outstanding.toPlainString()
                            + " outstanding exceeds the authorised quantity of " + authorised.toPlainString() + ".");
        }
        return Collections.singletonList("issue " + definition.getLinearId().getExternalId());
    }

    /**
     * The claims of a registration, none for a change of status. Refused if another security has the symbol or ISIN.
     */
    List<String> registration() throws RegisterAssessment.Refused {
        if (!ledger.getInputs().isEmpty()) {
            return Collections.emptyList();
        }
        SecurityTerms proposed =
                ledger.outputsOfType(SecurityDefinitionState.class).get(0).getTerms();
        for (StateAndRef<SecurityDefinitionState> known : Definitions.all(services)) {
            SecurityDefinitionState other = known.getState().getData();
            if (other.getTerms().getSymbol().equals(proposed.getSymbol())) {
                throw refused(
                        RegisterRequirement.IDENTIFIERS_FREE,
                        "The symbol " + proposed.getSymbol() + " is taken by "
                                + other.getTerms().getName() + " of "
                                + other.getIssuer().getName().getOrganisation() + ".");
            }
            if (proposed.getIsin() != null
                    && proposed.getIsin().equals(other.getTerms().getIsin())) {
                throw refused(
                        RegisterRequirement.IDENTIFIERS_FREE,
                        "The ISIN " + proposed.getIsin() + " is taken by " + other.getTerms() + ".");
            }
        }
        List<String> claims = new ArrayList<>();
        claims.add("symbol " + proposed.getSymbol());
        if (proposed.getIsin() != null) {
            claims.add("isin " + proposed.getIsin().getCode());
        }
        return claims;
    }

    private static RegisterAssessment.Refused refused(RegisterRequirement requirement, String reason) {
        return RegisterAssessment.refused(requirement, Refusal.CHECK_FAILED, reason);
    }
}
