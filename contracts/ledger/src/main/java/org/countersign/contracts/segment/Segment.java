package org.countersign.contracts.segment;

import org.countersign.contracts.Rules;

/**
 * The names of segments. A committee is competent for the securities of its segment; a committee of
 * {@link #WHOLE_NETWORK} for those of every segment.
 */
public final class Segment {
    /** The segment of what belongs to no part of the network in particular. */
    public static final String WHOLE_NETWORK = "network";

    private static final int LONGEST_NAME = 60;

    private Segment() {}

    /**
     * Says whether a text can name a segment.
     *
     * @param name the text
     * @return whether it has 1 to 60 readable characters
     */
    public static boolean isName(String name) {
        return name != null && Rules.isReadable(name, LONGEST_NAME);
    }

    /**
     * Says whether a committee may attest for a security.
     *
     * @param committee the segment of the committee
     * @param security the segment of the security
     * @return whether they are the same or the committee is the whole network's
     */
    public static boolean isCompetent(String committee, String security) {
        return committee.equals(WHOLE_NETWORK) || committee.equals(security);
    }
}
