package org.countersign.contracts.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;

/**
 * What a segment agrees on with others. Both have to agree: a member of one segment acquires a security of another if
 * the other takes acquirers from its segment, and its own segment lets its members hold there.
 *
 * <p>Segments are named by their self-certifying identifiers: a name alone could be taken by a stranger's segment.
 */
@CordaSerializable
public final class CrossSegmentRules {
    /** No segment but its own. */
    public static final CrossSegmentRules NONE =
            new CrossSegmentRules(Collections.emptyList(), Collections.emptyList());

    private final List<UniqueIdentifier> acquirersFrom;
    private final List<UniqueIdentifier> holdingsIn;

    /**
     * Creates rules.
     *
     * @param acquirersFrom the segments whose members may acquire securities of this one
     * @param holdingsIn the segments whose securities members of this one may hold; their registrars are told the
     *     memberships of this one
     */
    public CrossSegmentRules(List<UniqueIdentifier> acquirersFrom, List<UniqueIdentifier> holdingsIn) {
        this.acquirersFrom = Collections.unmodifiableList(new ArrayList<>(acquirersFrom));
        this.holdingsIn = Collections.unmodifiableList(new ArrayList<>(holdingsIn));
    }

    /**
     * Whether members of another segment may acquire securities of this one.
     *
     * @param segment the identifier of the other segment
     * @return whether it is named
     */
    public boolean admits(UniqueIdentifier segment) {
        return acquirersFrom.stream().anyMatch(named -> SelfCertifyingId.same(named, segment));
    }

    /**
     * Whether members of this segment may hold securities of another one.
     *
     * @param segment the identifier of the other segment
     * @return whether it is named
     */
    public boolean letsHoldIn(UniqueIdentifier segment) {
        return holdingsIn.stream().anyMatch(named -> SelfCertifyingId.same(named, segment));
    }

    /** The segments whose members may acquire securities of this one. */
    public List<UniqueIdentifier> getAcquirersFrom() {
        return acquirersFrom;
    }

    /** The segments whose securities members of this one may hold. */
    public List<UniqueIdentifier> getHoldingsIn() {
        return holdingsIn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossSegmentRules
                && digests(acquirersFrom).equals(digests(((CrossSegmentRules) other).acquirersFrom))
                && digests(holdingsIn).equals(digests(((CrossSegmentRules) other).holdingsIn));
    }

    // Corda compares identifiers by their shorter half only.
    private static List<String> digests(List<UniqueIdentifier> segments) {
        return segments.stream()
                .map(segment -> segment.getId() + " " + segment.getExternalId())
                .collect(Collectors.toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(acquirersFrom, holdingsIn);
    }

    @Override
    public String toString() {
        return "acquirers from " + digests(acquirersFrom) + ", holdings in " + digests(holdingsIn);
    }
}
