package org.countersign.workflows.position;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/** A registrar's answer to a {@link PositionQuery}: the positions of every security that was asked for. */
@CordaSerializable
public final class PositionAnswer {
    private final List<SecurityPositions> securities;

    /**
     * Creates an answer.
     *
     * @param securities as in the question, one each
     */
    public PositionAnswer(List<SecurityPositions> securities) {
        this.securities = Collections.unmodifiableList(new ArrayList<>(securities));
    }

    /** As in the question, one each. */
    public List<SecurityPositions> getSecurities() {
        return securities;
    }

    /**
     * The positions of one security.
     *
     * @param security one that was asked for
     * @return its positions
     */
    public SecurityPositions of(UniqueIdentifier security) {
        return securities.stream()
                .filter(found -> found.getSecurity().equals(security))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The security " + security + " was not asked for."));
    }

    /**
     * Whether it answers a question and makes sense: each security once, holders among those in question and each once,
     * inputs at most what is held, and what is held at most what is outstanding.
     *
     * @param query the question
     * @return false for an answer that is not to be used
     */
    public boolean answers(PositionQuery query) {
        Set<UniqueIdentifier> told = new HashSet<>();
        for (SecurityPositions positions : securities) {
            if (!told.add(positions.getSecurity()) || !isSound(positions, query)) {
                return false;
            }
        }
        return told.equals(new HashSet<>(query.getSecurities()));
    }

    private static boolean isSound(SecurityPositions positions, PositionQuery query) {
        Set<Party> told = new HashSet<>();
        long left = positions.getOutstanding();
        for (HeldQuantity quantity : positions.getHolders()) {
            boolean asked = query.getHolders().contains(quantity.getHolder()) && told.add(quantity.getHolder());
            if (!asked
                    || quantity.getInput() < 0
                    || quantity.getInput() > quantity.getHeld()
                    || quantity.getHeld() > left) {
                return false;
            }
            left -= quantity.getHeld();
        }
        return left >= 0;
    }
}
