package org.countersign.oracles.validation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.validation.Refusal;

/**
 * An authority's part in the amendment of a definition that names its committee to approve it. No check judges that:
 * the operator has looked at what changes and affirmed exactly this.
 */
final class AmendmentConsent {
    private static final String REQUIREMENT = "countersign.definition.amendment-affirmed";

    private AmendmentConsent() {}

    /**
     * The version with the amendment that is to be approved, or null if something else is to be attested.
     *
     * @throws InadmissibleException if the attestation is for an amendment and none is announced
     */
    static SecurityDefinitionState announcing(AdmissibleRequest request) throws InadmissibleException {
        if (request.attest().getOperation() != Operation.AMEND) {
            return null;
        }
        return announcing(request.tearOff())
                .orElseThrow(() -> new InadmissibleException(Refusal.BAD_REQUEST, "No amendment is announced."));
    }

    private static Optional<SecurityDefinitionState> announcing(FilteredTransaction tearOff) {
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof SecurityDefinitionCommand.Announce) {
                for (TransactionState<ContractState> output : tearOff.getOutputs()) {
                    if (output.getData() instanceof SecurityDefinitionState
                            && ((SecurityDefinitionState) output.getData()).getAnnounced() != null) {
                        return Optional.of((SecurityDefinitionState) output.getData());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Refuses what is not announced of the current definition, or what the operator has not affirmed. */
    static void require(
            ServiceHub services,
            SecurityDefinitionState current,
            SecurityDefinitionState announcing,
            SecureHash transaction)
            throws InadmissibleException {
        if (!announcing.equals(current.withAnnounced(announcing.getAnnounced()))) {
            throw new InadmissibleException(
                    Refusal.BAD_REQUEST, "What is announced does not follow from the current definition.");
        }
        Optional<String> objection =
                MeasureAffirmations.objection(services, "amendment", digest(announcing), transaction);
        if (objection.isPresent()) {
            throw new InadmissibleException(Refusal.NOT_AFFIRMED, objection.get());
        }
    }

    /** What is found of an amendment that was affirmed. */
    static List<Finding> affirmed() {
        return Collections.singletonList(new Finding(
                REQUIREMENT,
                FindingResult.MET,
                "AFFIRMED",
                "The authority's operator has affirmed the amendment.",
                Collections.emptyList()));
    }

    /** Uses up the affirmation of what is attested. */
    static void use(ServiceHub services, FilteredTransaction tearOff) {
        announcing(tearOff)
                .ifPresent(announcing -> MeasureAffirmations.use(
                        services,
                        digest(announcing),
                        tearOff.getId(),
                        tearOff.getTimeWindow().getUntilTime()));
    }

    private static SecureHash digest(SecurityDefinitionState announcing) {
        return announcing.amendmentDigest(announcing.getAnnounced().getProvisions());
    }
}
