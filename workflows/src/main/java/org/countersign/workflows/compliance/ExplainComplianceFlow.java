package org.countersign.workflows.compliance;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.holding.DraftedMovement;
import org.countersign.workflows.holding.TransferEnds;
import org.countersign.workflows.validation.Bench;

/**
 * Says what would come of a transaction, rule by rule, before there is one. It runs at whoever would give: a holder, or
 * the issuer of the security, whose giving is an issue; what is given to the issuer is redeemed. Giver and taker may be
 * clients of custodians: then it runs at the giver's custodian, and moves between accounts are transfers.
 *
 * <p>Steps: find the definition; ask the taker's custodian for the key of its client; draft the movement from the
 * giver's lots; judge what everybody can by the definition's policy; ask the authorities for COMPLIANCE for the rest;
 * join their answers. Beside the policy it says what the security's status lets through then. Nothing is built, signed
 * or reserved, and nobody is bound by an answer.
 */
@StartableByRPC
public final class ExplainComplianceFlow extends FlowLogic<ComplianceExplanation> {
    private static final String REFUSED = "It would be refused: ";
    private static final String BY_LEDGER = REFUSED + "the ledger's own rules do not let it.";

    private final String symbol;
    private final Party taker;
    private final BigDecimal quantity;
    private final Instant at;
    private final String fromAccount;
    private final String toAccount;

    /**
     * Creates the flow for a transaction now.
     *
     * @param symbol the security
     * @param taker who would get it
     * @param quantity how much, in units
     */
    public ExplainComplianceFlow(String symbol, Party taker, BigDecimal quantity) {
        this(symbol, taker, quantity, Instant.MIN);
    }

    /**
     * Creates the flow for a transaction at some time.
     *
     * @param symbol the security
     * @param taker who would get it
     * @param quantity how much, in units
     * @param at when its time-window would begin; everything else is taken as it is now
     */
    public ExplainComplianceFlow(String symbol, Party taker, BigDecimal quantity, Instant at) {
        this(symbol, taker, quantity, at, "", "");
    }

    /**
     * Creates the flow for clients of custodians and a transaction now.
     *
     * @param symbol the security
     * @param taker who would get it, or whose client would; this node too, if one of the ends is a client of its own
     * @param quantity how much, in units
     * @param fromAccount name or id of the account of this node's client that would give, or empty if this member would
     * @param toAccount the id of the account of the taker's client, or empty if the taker itself would get it
     */
    public ExplainComplianceFlow(
            String symbol, Party taker, BigDecimal quantity, String fromAccount, String toAccount) {
        this(symbol, taker, quantity, Instant.MIN, fromAccount, toAccount);
    }

    /**
     * Creates the flow for clients of custodians and a transaction at some time.
     *
     * @param symbol the security
     * @param taker who would get it, or whose client would; this node too, if one of the ends is a client of its own
     * @param quantity how much, in units
     * @param at when its time-window would begin; everything else is taken as it is now
     * @param fromAccount name or id of the account of this node's client that would give, or empty if this member would
     * @param toAccount the id of the account of the taker's client, or empty if the taker itself would get it
     */
    public ExplainComplianceFlow(
            String symbol, Party taker, BigDecimal quantity, Instant at, String fromAccount, String toAccount) {
        this.fromAccount = fromAccount;
        this.toAccount = toAccount;
        this.symbol = symbol;
        this.taker = taker;
        this.quantity = quantity;
        this.at = at;
    }

    @Suspendable
    @Override
    public ComplianceExplanation call() throws FlowException {
        StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
        SecurityDefinitionState security = definition.getState().getData();
        Instant from = at.equals(Instant.MIN) ? getServiceHub().getClock().instant() : at;
        Instant until = from.plus(WorkflowSettings.of(getServiceHub()).timeWindow());
        Operation operation = operation(security);
        TransferEnds ends = operation == Operation.ISSUE
                ? TransferEnds.between(getOurIdentity(), taker)
                : TransferEnds.find(this, fromAccount, taker, toAccount);
        DraftedMovement draft = DraftedMovement.of(
                getServiceHub(), security, operation, ends, quantity, TimeWindow.between(from, until));
        ComplianceReport own = security.getCompliancePolicy().judge(draft);
        Optional<UniqueIdentifier> committee = committee(security, draft.getOperation());
        if (!committee.isPresent()) {
            return explanation(security, draft, new JoinedReports(own, Collections.emptyList()), ofLedgerAlone(own));
        }
        ends.announce(this, security.getValidationPolicy());
        Bench bench = Bench.of(
                Committees.current(getServiceHub(), committee.get()).getState().getData());
        JoinedReports joined =
                new JoinedReports(own, await(new ComplianceRound(getServiceHub(), bench, question(definition, draft))));
        return explanation(security, draft, joined, ofAll(own, joined, bench.getThreshold()));
    }

    private Operation operation(SecurityDefinitionState security) throws FlowException {
        boolean members = fromAccount.isEmpty() && toAccount.isEmpty();
        if (members && taker.equals(getOurIdentity()) && !taker.equals(security.getIssuer())) {
            throw new WorkflowException(
                    "Giver and taker are both " + taker.getName().getOrganisation() + ".",
                    "Name two members, or accounts of clients.");
        }
        // What the issuer issues is a member's at first; from there it moves to clients.
        if (members && security.getIssuer().equals(getOurIdentity())) {
            return Operation.ISSUE;
        }
        return security.getIssuer().equals(taker) && toAccount.isEmpty() ? Operation.REDEEM : Operation.TRANSFER;
    }

    private static Optional<UniqueIdentifier> committee(SecurityDefinitionState security, Operation operation) {
        return security.getValidationPolicy().requirementsFor(operation).stream()
                .filter(requirement -> requirement.getAspect() == Aspect.COMPLIANCE)
                .map(AspectRequirement::getCommittee)
                .findFirst();
    }

    private static ComplianceQuestion question(StateAndRef<SecurityDefinitionState> definition, DraftedMovement draft) {
        return new ComplianceQuestion(
                definition.getState().getData().getLinearId(),
                definition.getRef(),
                draft.getOperation(),
                draft.getSurrendered().stream().map(ProposedLot::of).collect(Collectors.toList()),
                draft.getReceived().stream().map(ProposedLot::of).collect(Collectors.toList()),
                draft.getFrom(),
                draft.getUntil());
    }

    // The status is as it is now, also for a time to come: only of a pause is it known when it ends.
    private static ComplianceExplanation explanation(
            SecurityDefinitionState security, DraftedMovement draft, JoinedReports joined, String byPolicy) {
        ExplainedRequirement active = StatusRequirement.active(security);
        ExplainedRequirement open = StatusRequirement.pauseOver(security, draft.getFrom());
        List<ExplainedRequirement> others = new ArrayList<>(Arrays.asList(active, open));
        others.addAll(joined.others());
        String objection = Stream.of(active, open)
                .filter(one -> one.getResult() == FindingResult.NOT_MET)
                .map(one -> REFUSED + one.getReason())
                .findFirst()
                .orElse(byPolicy);
        boolean passes = objection.isEmpty();
        return new ComplianceExplanation(
                draft.getOperation(),
                draft.getFrom(),
                passes,
                passes ? "It would pass, as far as compliance goes." : objection,
                joined.rules(),
                others);
    }

    private static String ofLedgerAlone(ComplianceReport own) {
        if (own.getDecision() == Decision.FAILS) {
            return BY_LEDGER;
        }
        return own.getDecision() == Decision.HOLDS ? "" : REFUSED + "no committee can decide what the ledger cannot.";
    }

    private static String ofAll(ComplianceReport own, JoinedReports joined, int threshold) {
        if (own.getDecision() == Decision.FAILS) {
            return BY_LEDGER;
        }
        int weight = joined.weightFor();
        if (weight >= threshold) {
            return "";
        }
        String attesting = "authorities of weight " + weight + " would attest it, and " + threshold + " is needed";
        return weight + joined.weightOpen() >= threshold
                ? "It cannot be said: " + attesting + "; others of weight " + joined.weightOpen()
                        + " find it open, as where a holder has never presented to them what it has."
                : REFUSED + attesting + ".";
    }
}
