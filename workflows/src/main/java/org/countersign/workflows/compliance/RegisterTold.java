package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** A registrar's answer to a {@link RegisterQuestion}. All quantities are in smallest units. */
@CordaSerializable
public final class RegisterTold {
    private final long outstanding;
    private final List<RegisteredLot> lots;
    private final List<Long> held;
    private final int others;
    private final List<Long> disposed;

    /**
     * Creates an answer.
     *
     * @param outstanding all that is in issue
     * @param lots the inputs that stand in the register
     * @param held of each key in the question's order, zero or more
     * @param others how many keys hold that were not asked for
     * @param disposed of each disposer, for each beginning, in the question's order: first all of the first disposer
     */
    public RegisterTold(long outstanding, List<RegisteredLot> lots, List<Long> held, int others, List<Long> disposed) {
        this.outstanding = outstanding;
        this.lots = Collections.unmodifiableList(new ArrayList<>(lots));
        this.held = Collections.unmodifiableList(new ArrayList<>(held));
        this.others = others;
        this.disposed = Collections.unmodifiableList(new ArrayList<>(disposed));
    }

    /** All that is in issue. */
    public long getOutstanding() {
        return outstanding;
    }

    /** The inputs that stand in the register. */
    public List<RegisteredLot> getLots() {
        return lots;
    }

    /** Of each key in the question's order. */
    public List<Long> getHeld() {
        return held;
    }

    /** How many keys hold that were not asked for. */
    public int getOthers() {
        return others;
    }

    /** Of each disposer, for each beginning. */
    public List<Long> getDisposed() {
        return disposed;
    }

    /**
     * The same answer about other lots.
     *
     * @param given in place of those that stand in the register
     * @return the answer
     */
    public RegisterTold withLots(List<RegisteredLot> given) {
        return new RegisterTold(outstanding, given, held, this.others, disposed);
    }

    /** How much those hold together who were not asked for. */
    public long heldByOthers() {
        long rest = outstanding;
        for (long quantity : held) {
            rest -= quantity;
        }
        return rest;
    }

    /**
     * Whether it answers a question and makes sense.
     *
     * @param question the question
     * @return false for an answer that is not to be used
     */
    public boolean answers(RegisterQuestion question) {
        int disposals = question.getDisposers().size() * question.getSince().size();
        if (held.size() != question.getKeys().size()
                || disposed.size() != disposals
                || lots.size() > question.getInputs().size()
                || outstanding < 0
                || others < 0) {
            return false;
        }
        long rest = outstanding;
        for (Long quantity : held) {
            if (quantity == null || quantity < 0 || quantity > rest) {
                return false;
            }
            rest -= quantity;
        }
        // Each of the others holds one smallest unit at least, and what nobody else holds is theirs.
        if (others > rest || others == 0 && rest > 0) {
            return false;
        }
        return disposed.stream().allMatch(quantity -> quantity != null && quantity >= 0)
                && lots.stream().allMatch(lot -> lot != null && lot.getQuantity() > 0);
    }
}
