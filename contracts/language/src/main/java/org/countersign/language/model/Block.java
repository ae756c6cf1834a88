package org.countersign.language.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Requirements of the compliance section that are meant for the same operations, investors and jurisdictions. */
public final class Block {
    private final Condition premise;
    private final List<Condition> requirements;
    private final int line;

    /**
     * Creates a block.
     *
     * @param premise for what it is meant, or null if for everything
     * @param requirements what is demanded then; at least one
     * @param line where it begins, from 1
     */
    public Block(Condition premise, List<Condition> requirements, int line) {
        this.premise = premise;
        this.requirements = Collections.unmodifiableList(new ArrayList<>(requirements));
        this.line = line;
    }

    /** For what it is meant; nothing if for everything. */
    public Optional<Condition> getPremise() {
        return Optional.ofNullable(premise);
    }

    /** What is demanded. */
    public List<Condition> getRequirements() {
        return requirements;
    }

    /** Where it begins, from 1. */
    public int getLine() {
        return line;
    }

    /** The block as one condition. */
    public Condition condition() {
        Condition demanded = Condition.all(requirements);
        return premise == null ? demanded : Condition.when(premise, demanded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block
                && Objects.equals(premise, ((Block) other).premise)
                && requirements.equals(((Block) other).requirements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(premise, requirements);
    }

    @Override
    public String toString() {
        return condition().toString();
    }
}
