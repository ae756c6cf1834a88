package org.countersign.contracts.segment;

import java.util.List;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;

/** The digests by which people and states speak of a segment's terms. */
public final class SegmentDigest {
    private SegmentDigest() {}

    /**
     * The digest of terms; the same for the same terms.
     *
     * @param terms any terms
     * @return 32 bytes
     */
    public static SecureHash of(SegmentTerms terms) {
        SelfCertifyingId id = new SelfCertifyingId("org.countersign.segment-terms");
        add(id, terms);
        return id.digest();
    }

    static void add(SelfCertifyingId id, SegmentTerms terms) {
        AdmissionPolicy admission = terms.getAdmission();
        id.with(admission.getConditions().size());
        admission
                .getConditions()
                .forEach(condition -> id.with(condition.getCode()).with(condition.getSentence()));
        addTexts(id, admission.getCountries());
        id.with(admission.getFormerMembersDispose() ? 1 : 0);
        id.with(terms.getObservers().size());
        for (Party observer : terms.getObservers()) {
            id.with(observer);
        }
        addTexts(id, terms.getPermittedSecurities().getSymbols());
        addTexts(id, terms.getPermittedSecurities().getCurrencies());
        addSegments(id, terms.getCrossSegment().getAcquirersFrom());
        addSegments(id, terms.getCrossSegment().getHoldingsIn());
        id.with(terms.getFreezeOnOrder() ? 1 : 0);
    }

    private static void addTexts(SelfCertifyingId id, List<String> texts) {
        id.with(texts.size());
        texts.forEach(id::with);
    }

    private static void addSegments(SelfCertifyingId id, List<UniqueIdentifier> segments) {
        id.with(segments.size());
        segments.forEach(segment -> id.with(segment.getId().toString()).with(segment.getExternalId()));
    }
}
