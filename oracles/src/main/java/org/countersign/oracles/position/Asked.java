package org.countersign.oracles.position;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.position.PositionQuery;

/**
 * The securities for which the registrars of one committee are asked in one question. A registrar answers for
 * {@value PositionQuery#MOST_SECURITIES} and no more, and how many name an authority's committee is not for the
 * authority to say: anybody registers securities.
 */
@CordaSerializable
final class Asked {
    private final UniqueIdentifier committee;
    private final List<UniqueIdentifier> securities;

    private Asked(UniqueIdentifier committee, List<UniqueIdentifier> securities) {
        this.committee = committee;
        this.securities = new ArrayList<>(securities);
    }

    /**
     * As few questions as it takes.
     *
     * @param committees by security, the committee of its registrars
     * @return in the order of the securities, each of which is in one question
     */
    static List<Asked> of(Map<UniqueIdentifier, UniqueIdentifier> committees) {
        Map<UniqueIdentifier, List<UniqueIdentifier>> byCommittee = new LinkedHashMap<>();
        committees.forEach((security, committee) -> byCommittee
                .computeIfAbsent(committee, first -> new ArrayList<>())
                .add(security));
        List<Asked> asked = new ArrayList<>();
        byCommittee.forEach((committee, securities) -> {
            for (int from = 0; from < securities.size(); from += PositionQuery.MOST_SECURITIES) {
                int to = Math.min(securities.size(), from + PositionQuery.MOST_SECURITIES);
                asked.add(new Asked(committee, securities.subList(from, to)));
            }
        });
        return asked;
    }

    /** The committee of registrars that is asked. */
    UniqueIdentifier getCommittee() {
        return committee;
    }

    /** The securities, at least one. */
    List<UniqueIdentifier> getSecurities() {
        return securities;
    }
}
