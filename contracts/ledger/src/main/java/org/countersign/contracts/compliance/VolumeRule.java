package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.Operation;

/** A rule on how much a person disposes of in a time that ends with the movement. */
abstract class VolumeRule extends RegisterRule {
    /** The beginning of the time, inclusive. */
    abstract Instant since(ComplianceFacts facts);

    /** How much it may be. */
    abstract BigDecimal largest(RegisterFigures register);

    @Override
    final boolean concerns(ComplianceFacts facts, NetMovement movement) {
        return facts.getOperation() == Operation.TRANSFER
                && !movement.getDisposers().isEmpty();
    }

    @Override
    final Finding judge(ComplianceFacts facts, NetMovement movement, RegisterFigures register) {
        Instant since = since(facts);
        BigDecimal largest = largest(register);
        List<Finding> findings = new ArrayList<>();
        for (PublicKey disposer : movement.getDisposers()) {
            if (movement.changeOfPerson(disposer, facts).signum() < 0) {
                BigDecimal disposed = register.disposedOf(disposer, since);
                Figure figure = new Figure("disposed of since " + since, disposed, "units");
                findings.add(
                        disposed.compareTo(largest) <= 0
                                ? met("No more is disposed of since " + since + " than allowed.", figure)
                                : notMet(
                                        "VOLUME_EXCEEDED",
                                        "More would be disposed of since " + since + " than allowed.",
                                        figure));
            }
        }
        return worstOf(findings, notApplicable("No person disposes."));
    }
}
