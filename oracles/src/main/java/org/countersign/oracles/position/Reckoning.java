package org.countersign.oracles.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.position.HeldQuantity;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.SecurityPositions;

/**
 * Makes positions in one security of what registrars told: before is what the register shows, after is that less the
 * transaction's inputs and more by its outputs. Of several answers each holder's largest figures and the smallest
 * amount in issue count.
 */
final class Reckoning {
    private final TransferFacts facts;
    private final SecurityDefinitionState security;
    private final boolean moves;

    Reckoning(TransferFacts facts, SecurityDefinitionState security) {
        this.facts = facts;
        this.security = security;
        this.moves = SelfCertifyingId.same(
                security.getLinearId(), facts.getSecurity().getLinearId());
    }

    /** The positions of all parties in the security that moves, and those that are not nothing in another one. */
    List<Position> positions(List<PositionAnswer> answers) {
        BigDecimal outstanding = null;
        for (PositionAnswer answer : answers) {
            BigDecimal told = units(answer.of(security.getLinearId()).getOutstanding());
            outstanding = outstanding == null ? told : outstanding.min(told);
        }
        List<Position> positions = new ArrayList<>();
        for (Party holder : facts.getParties()) {
            BigDecimal before = BigDecimal.ZERO;
            BigDecimal after = moves ? received(holder) : BigDecimal.ZERO;
            for (PositionAnswer answer : answers) {
                SecurityPositions told = answer.of(security.getLinearId());
                for (HeldQuantity quantity : told.getHolders()) {
                    if (quantity.getHolder().equals(holder)) {
                        before = before.max(units(quantity.getHeld()));
                        after = after.max(after(quantity));
                    }
                }
            }
            if (moves || before.signum() > 0) {
                positions.add(new Position(holder, security, before, after, outstanding));
            }
        }
        return positions;
    }

    private BigDecimal after(HeldQuantity quantity) {
        BigDecimal held = units(quantity.getHeld());
        return moves ? held.subtract(units(quantity.getInput())).add(received(quantity.getHolder())) : held;
    }

    private BigDecimal received(Party holder) {
        BigDecimal received = BigDecimal.ZERO;
        for (HoldingFact output : facts.getOutputs()) {
            if (output.getHolder().equals(holder)) {
                received = received.add(output.getQuantity());
            }
        }
        return received;
    }

    private BigDecimal units(long smallest) {
        return BigDecimal.valueOf(smallest, security.getTerms().getFractionDigits());
    }
}
