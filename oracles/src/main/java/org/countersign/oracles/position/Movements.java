package org.countersign.oracles.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Who acquires how much from whom by a transaction, and what else they hold; read from the positions that the registers
 * show and not from the transaction's outputs alone, which also have change in them.
 *
 * <p>Limits judge who acquires. Who only gives can be over a limit afterwards as before, and is not kept from coming
 * nearer to it.
 */
public final class Movements {
    private final SecurityDefinitionState security;
    private final List<Position> positions;
    private final Map<Party, BigDecimal> acquired = new LinkedHashMap<>();
    private final Map<Party, BigDecimal> given = new LinkedHashMap<>();
    private final Map<Party, BigDecimal> received = new LinkedHashMap<>();
    private BigDecimal outstandingBefore;
    private BigDecimal change = BigDecimal.ZERO;

    private Movements(SecurityDefinitionState security, List<Position> positions) {
        this.security = security;
        this.positions = positions;
    }

    /**
     * Reads the movements of a transaction.
     *
     * @param facts with positions
     * @return who acquires and gives what
     * @throws MarketDataException if a holder's position is not known
     */
    public static Movements of(TransferFacts facts) throws MarketDataException {
        Movements movements = new Movements(facts.getSecurity(), facts.getPositions());
        for (Position position : movements.positions) {
            if (same(position.getSecurity(), facts.getSecurity())) {
                movements.add(position);
            }
        }
        for (HoldingFact output : facts.getOutputs()) {
            movements.position(output.getHolder());
        }
        if (movements.outstandingBefore == null && facts.getOperation() != Operation.DEFINE) {
            throw unknown("any party");
        }
        movements.addIssuer(facts.getOperation());
        return movements;
    }

    private void add(Position position) {
        BigDecimal gain = position.getAfter().subtract(position.getBefore());
        change = change.add(gain);
        // Registrars may be in flight by a transaction; the smaller whole makes the greater share.
        outstandingBefore = outstandingBefore == null
                ? position.getOutstanding()
                : outstandingBefore.min(position.getOutstanding());
        if (gain.signum() > 0) {
            acquired.merge(position.getHolder(), gain, BigDecimal::add);
            received.merge(position.getHolder(), gain, BigDecimal::add);
        } else if (gain.signum() < 0) {
            given.merge(position.getHolder(), gain.negate(), BigDecimal::add);
        }
    }

    private void addIssuer(Operation operation) {
        if (operation == Operation.ISSUE && change.signum() > 0) {
            given.merge(security.getIssuer(), change, BigDecimal::add);
        } else if (operation == Operation.REDEEM && change.signum() < 0) {
            received.merge(security.getIssuer(), change.negate(), BigDecimal::add);
        }
    }

    /** The security that moves. */
    public SecurityDefinitionState getSecurity() {
        return security;
    }

    /** Who holds more of the security afterwards, and how much more, in units. */
    public Map<Party, BigDecimal> getAcquired() {
        return acquired;
    }

    /** Who delivers the security and how much, in units; for an issue that is its issuer. */
    public Map<Party, BigDecimal> getGiven() {
        return given;
    }

    /** Who takes delivery and how much, in units; for a redemption that is the issuer. */
    public Map<Party, BigDecimal> getReceived() {
        return received;
    }

    /** All that is in issue before, in units. */
    public BigDecimal getOutstandingBefore() {
        return outstandingBefore;
    }

    /** All that is in issue afterwards: more by what is issued, less by what is redeemed. */
    public BigDecimal getOutstandingAfter() {
        return outstandingBefore.add(change);
    }

    /**
     * What a party holds of the security that moves.
     *
     * @param holder the party
     * @return its position
     * @throws MarketDataException if it is not known
     */
    public Position position(Party holder) throws MarketDataException {
        for (Position position : positions) {
            if (position.getHolder().equals(holder) && same(position.getSecurity(), security)) {
                return position;
            }
        }
        throw unknown(holder.getName().getOrganisation());
    }

    /**
     * What a party holds of every security that is known.
     *
     * @param holder the party
     * @return its positions
     */
    public List<Position> portfolio(Party holder) {
        List<Position> portfolio = new ArrayList<>();
        for (Position position : positions) {
            boolean held =
                    position.getBefore().signum() > 0 || position.getAfter().signum() > 0;
            if (held && position.getHolder().equals(holder)) {
                portfolio.add(position);
            }
        }
        return portfolio;
    }

    private static MarketDataException unknown(String holder) {
        return new MarketDataException(
                "POSITION_UNKNOWN",
                "The authority could not learn from the registrars what " + holder + " holds.",
                "Try again when the registrars answer.");
    }

    private static boolean same(SecurityDefinitionState left, SecurityDefinitionState right) {
        return SelfCertifyingId.same(left.getLinearId(), right.getLinearId());
    }
}
