package org.countersign.workflows.ownership;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.validation.Refusal;

/**
 * What a registrar asks of an amendment beyond the contract's rules: that its operator has affirmed it, where the
 * definition has registrars approve, and that the register has room for it. A withdrawal is asked nothing.
 */
final class AmendmentAssessment {
    private final ServiceHub services;
    private final LedgerTransaction ledger;
    private final SecurityDefinitionState before;
    private final List<String> claims = new ArrayList<>();

    private AmendmentAssessment(ServiceHub services, LedgerTransaction ledger, SecurityDefinitionState before) {
        this.services = services;
        this.ledger = ledger;
        this.before = before;
    }

    /**
     * The claims of an amendment; none for any other transaction.
     *
     * @param ledger verified by its contracts
     */
    static List<String> claims(ServiceHub services, LedgerTransaction ledger) throws RegisterAssessment.Refused {
        for (CommandWithParties<?> command : ledger.getCommands()) {
            boolean announces = command.getValue() instanceof SecurityDefinitionCommand.Announce;
            if (announces || command.getValue() instanceof SecurityDefinitionCommand.Complete) {
                AmendmentAssessment assessment = new AmendmentAssessment(
                        services,
                        ledger,
                        ledger.inputsOfType(SecurityDefinitionState.class).get(0));
                assessment.check(announces);
                return assessment.claims;
            }
        }
        return Collections.emptyList();
    }

    private void check(boolean announces) throws RegisterAssessment.Refused {
        SecurityDefinitionState after =
                ledger.outputsOfType(SecurityDefinitionState.class).get(0);
        Provisions then = announces ? after.getAnnounced().getProvisions() : after.provisions();
        if (announces && before.getValidationPolicy().grants(Operation.AMEND)) {
            Optional<String> objection =
                    MeasureAffirmations.objection(services, "amendment", before.amendmentDigest(then), ledger.getId());
            if (objection.isPresent()) {
                throw refused(RegisterRequirement.AMENDMENT_AFFIRMED, objection.get());
            }
        }
        checkOutstanding(then.getTerms().getAuthorisedQuantity());
        checkIsin(then.getTerms());
    }

    private void checkOutstanding(BigDecimal authorised) throws RegisterAssessment.Refused {
        BigDecimal outstanding = Definitions.outstanding(services, before.tokenType());
        if (authorised.compareTo(outstanding) < 0) {
            throw refused(
                    RegisterRequirement.WITHIN_AUTHORISED,
                    outstanding.toPlainString() + " are outstanding; the amendment authorises "
                            + authorised.toPlainString() + ".");
        }
        // An issue that is being voted on counts as much as one that stands.
        claims.add("issue " + before.getLinearId().getExternalId());
    }

    private void checkIsin(SecurityTerms terms) throws RegisterAssessment.Refused {
        if (terms.getIsin() == null || terms.getIsin().equals(before.getTerms().getIsin())) {
            return;
        }
        boolean taken = Definitions.all(services).stream()
                .map(known -> known.getState().getData())
                .anyMatch(other -> !other.getTerms().getSymbol().equals(terms.getSymbol())
                        && terms.getIsin().equals(other.getTerms().getIsin()));
        if (taken) {
            throw refused(
                    RegisterRequirement.IDENTIFIERS_FREE, "The ISIN " + terms.getIsin() + " is another security's.");
        }
        claims.add("isin " + terms.getIsin().getCode());
    }

    private static RegisterAssessment.Refused refused(RegisterRequirement requirement, String reason) {
        return RegisterAssessment.refused(requirement, Refusal.CHECK_FAILED, reason);
    }
}
