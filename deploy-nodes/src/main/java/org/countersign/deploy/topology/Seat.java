package org.countersign.deploy.topology;

/** The seat of a member on a committee. */
public final class Seat {
    private final String memberId;
    private final int weight;

    Seat(String memberId, int weight) {
        this.memberId = memberId;
        this.weight = weight;
    }

    /** Whose seat it is. */
    public String getMemberId() {
        return memberId;
    }

    /** What its vote counts. */
    public int getWeight() {
        return weight;
    }
}
