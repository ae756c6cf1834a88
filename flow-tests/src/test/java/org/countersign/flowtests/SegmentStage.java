package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.segment.AmendSegmentFlow;
import org.countersign.workflows.segment.DecideMembershipFlow;
import org.countersign.workflows.segment.EstablishSegmentFlow;
import org.countersign.workflows.segment.ListMembersFlow;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.countersign.workflows.segment.OwnMembershipsFlow;
import org.countersign.workflows.segment.RequestMembershipFlow;
import org.countersign.workflows.segment.SegmentDecisionOutcome;

/** Segments and memberships in the words of the tests: the operators of authorities One and Two are a quorum. */
final class SegmentStage {
    static final List<MembershipEvidence> LICENCE = Collections.singletonList(
            new MembershipEvidence("LICENCE", SecureHash.sha256("a licence"), "Licence 204503"));

    private final CountersignNetwork network;

    SegmentStage(CountersignNetwork network) {
        this.network = network;
    }

    /** Terms that ask for a licence, observed by these. */
    SegmentTerms terms(CordaX500Name... observers) {
        return terms(CrossSegmentRules.NONE, observers);
    }

    SegmentTerms terms(CrossSegmentRules rules, CordaX500Name... observers) {
        return new SegmentTerms(
                new AdmissionPolicy(
                        Collections.singletonList(new AdmissionCondition("LICENCE", "The member is licensed.")),
                        Collections.singletonList("GB"),
                        false),
                parties(observers),
                new PermittedSecurities(Collections.emptyList(), Collections.singletonList("GBP")),
                rules,
                true);
    }

    List<Party> parties(CordaX500Name... names) {
        return Arrays.stream(names).map(network::party).collect(Collectors.toList());
    }

    /** Establishes a segment whose registrars admit its members. */
    SegmentState establish(String segment, SegmentTerms terms) {
        return establish(segment, terms, "registrars");
    }

    SegmentState establish(String segment, SegmentTerms terms, String admission) {
        EstablishSegmentFlow[] flows = {
            new EstablishSegmentFlow(segment, terms, "registrars", admission),
            new EstablishSegmentFlow(segment, terms, "registrars", admission)
        };
        assertThat(network.run(AUTHORITIES.get(0), flows[0]).getReceipt()).isNull();
        everybodyHas(network.run(AUTHORITIES.get(1), flows[1]));
        return segment(ISSUER, segment);
    }

    SegmentState amend(String segment, SegmentTerms terms) {
        network.run(AUTHORITIES.get(0), new AmendSegmentFlow(segment, terms));
        everybodyHas(network.run(AUTHORITIES.get(1), new AmendSegmentFlow(segment, terms)));
        return segment(ISSUER, segment);
    }

    private void everybodyHas(SegmentDecisionOutcome outcome) {
        assertThat(outcome.getReceipt()).isNotNull();
        network.recorded(outcome.getReceipt(), network.nodes().keySet().toArray(new CordaX500Name[0]));
    }

    /** A segment as a member lists it. */
    SegmentState segment(CordaX500Name member, String name) {
        return network.run(member, new ListSegmentsFlow()).stream()
                .filter(segment -> segment.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(member + " does not know segment " + name));
    }

    /** A member asks, and all authorities have its application. */
    void ask(String segment, CordaX500Name member) {
        SegmentMembershipState application = network.run(
                member, new RequestMembershipFlow(segment, LICENCE, "DEALER", "We deal in such securities."));
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(
                    authority + " has the application of " + member,
                    () -> members(authority, segment).contains(application));
        }
    }

    /** A member asks and is admitted. */
    void admit(String segment, CordaX500Name... members) {
        for (CordaX500Name member : members) {
            ask(segment, member);
            decide(segment, member, MembershipStep.GRANT);
        }
    }

    /** Two operators decide, and the member and all registrars know. */
    TransactionReceipt decide(String segment, CordaX500Name member, MembershipStep step) {
        assertThat(decideAt(AUTHORITIES.get(0), segment, member, step).getReceipt())
                .isNull();
        SegmentDecisionOutcome outcome = decideAt(AUTHORITIES.get(1), segment, member, step);
        assertThat(outcome.getReceipt()).isNotNull();
        network.recorded(outcome.getReceipt(), AUTHORITIES.toArray(new CordaX500Name[0]));
        return network.recorded(outcome.getReceipt(), member);
    }

    SegmentDecisionOutcome decideAt(
            CordaX500Name authority, String segment, CordaX500Name member, MembershipStep step) {
        return network.run(
                authority,
                new DecideMembershipFlow(
                        segment, network.party(member), step, "REVIEW", "As the review of the year found."));
    }

    List<SegmentMembershipState> members(CordaX500Name asking, String segment) {
        return network.run(asking, new ListMembersFlow(segment));
    }

    /** How it stands with a member in a segment, as the member itself knows. */
    MembershipStatus standing(CordaX500Name member, SegmentState segment) {
        UniqueIdentifier id = segment.getLinearId();
        List<SegmentMembershipState> own = network.run(member, new OwnMembershipsFlow()).stream()
                .filter(membership -> membership.getSegment().equals(id))
                .collect(Collectors.toList());
        assertThat(own).hasSize(1);
        return own.get(0).getStanding().getStatus();
    }

    TransactionReceipt register(String segment, String symbol) {
        return register(segment, symbol, "GBP");
    }

    TransactionReceipt register(String segment, String symbol, String currency) {
        return network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol,
                                null,
                                symbol + " plc ordinary shares",
                                currency,
                                new BigDecimal("0.05"),
                                new BigDecimal("1000"),
                                0),
                        Arrays.asList("identity", "registrars"),
                        segment));
    }
}
