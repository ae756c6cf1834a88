package org.countersign.oracles.validation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.validation.Refusal;

/**
 * An authority's part in a measure on order. The authorities of IDENTITY judge the receiver, by their checks. Every
 * other committee that a definition names for a measure is named to agree to it; so its operators affirm it, as
 * registrars do, and a measure that gives nothing to anybody needs no check besides.
 */
final class MeasureConsent {
    private static final String REQUIREMENT = "countersign.control.measure-affirmed";

    private MeasureConsent() {}

    /** The measure of a transaction, or nothing if it is none or the aspect has no say in it. */
    static Optional<ControlCommand> wanted(FilteredTransaction tearOff, Aspect aspect) {
        if (aspect == Aspect.IDENTITY) {
            return Optional.empty();
        }
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof ControlCommand) {
                return Optional.of((ControlCommand) command.getValue());
            }
        }
        return Optional.empty();
    }

    /** Refuses a measure that the operator has not affirmed, or that was attested in another transaction. */
    static void require(ServiceHub services, ControlCommand measure, FilteredTransaction tearOff)
            throws InadmissibleException {
        Optional<String> objection = MeasureAffirmations.objection(services, measure, tearOff.getId());
        if (objection.isPresent()) {
            throw new InadmissibleException(Refusal.NOT_AFFIRMED, objection.get());
        }
    }

    /** Whether somebody acquires by it, whom the checks of the aspect have to judge. */
    static boolean gives(ControlCommand measure) {
        return measure instanceof ControlCommand.ForceTransfer || measure instanceof ControlCommand.Recover;
    }

    /** What is found of a measure that gives nothing to anybody. */
    static List<Finding> affirmed() {
        return Collections.singletonList(new Finding(
                REQUIREMENT,
                FindingResult.MET,
                "AFFIRMED",
                "The authority's operator has affirmed the measure.",
                Collections.emptyList()));
    }

    /** Uses up the affirmation of what is attested. */
    static void use(ServiceHub services, FilteredTransaction tearOff, Aspect aspect) {
        wanted(tearOff, aspect)
                .ifPresent(measure -> MeasureAffirmations.use(
                        services,
                        measure,
                        tearOff.getId(),
                        tearOff.getTimeWindow().getUntilTime()));
    }
}
