package org.countersign.workflows.identity;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** A place in a status list. */
@CordaSerializable
public final class StatusPlace {
    private final String list;
    private final int index;

    /**
     * Creates a place.
     *
     * @param list the digest that identifies the list
     * @param index the place, from zero
     */
    public StatusPlace(String list, int index) {
        this.list = Objects.requireNonNull(list, "list");
        this.index = index;
    }

    /** The digest that identifies the list. */
    public String getList() {
        return list;
    }

    /** The place, from zero. */
    public int getIndex() {
        return index;
    }
}
