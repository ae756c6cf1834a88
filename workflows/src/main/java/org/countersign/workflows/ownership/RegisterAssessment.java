package org.countersign.workflows.ownership;

import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import java.security.PublicKey;
import java.security.SignatureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.TransactionVerificationException;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.segment.SegmentRefusal;
import org.countersign.workflows.segment.SegmentRule;
import org.countersign.workflows.validation.Refusal;

/**
 * A registrar's judgement of a transaction against its register. It has been verified by its contracts before; this
 * asks what only the register can answer, and whether the registrar may be asked at all.
 *
 * <p>It passes when the registrar has a seat on the one ownership committee that the transaction names, nothing but the
 * registrars' and the notary's signatures is missing, the contracts are those that this node has installed, the
 * time-window is open, definition and committees are current, and every holding that is spent stands in the register
 * unspent. {@link MeasureAssessment} holds it against freezes and orders, {@link NewEntries} asks what an issue or a
 * new security needs beyond.
 */
final class RegisterAssessment {
    private final ServiceHub services;
    private final Party self;
    private final SignedTransaction transaction;
    private final LedgerTransaction ledger;
    private final List<String> claims = new ArrayList<>();

    private CommitteeState committee;
    private CommitteeMember seat;

    private RegisterAssessment(
            ServiceHub services, Party self, SignedTransaction transaction, LedgerTransaction ledger) {
        this.services = services;
        this.self = self;
        this.transaction = transaction;
        this.ledger = ledger;
    }

    /**
     * Assesses a transaction.
     *
     * @throws Refused if any check does not hold
     */
    static RegisterAssessment of(ServiceHub services, Party self, SignedTransaction transaction)
            throws FlowException, Refused {
        LedgerTransaction ledger = resolve(services, transaction);
        RegisterAssessment assessment = new RegisterAssessment(services, self, transaction, ledger);
        Attest attest = assessment.findSeat();
        assessment.checkSubject();
        InstalledCode.check(services, ledger);
        assessment.checkWindow();
        assessment.checkSignatures();
        assessment.checkNames();
        assessment.checkHoldersKnown();
        assessment.checkCurrent();
        assessment.checkRegister(attest.getOperation());
        assessment.checkSegment();
        return assessment;
    }

    /** The ownership committee that the transaction names. */
    CommitteeState getCommittee() {
        return committee;
    }

    /** This registrar's seat on it. */
    CommitteeMember getSeat() {
        return seat;
    }

    /** What the transaction needs for itself alone until it is final. */
    List<String> getClaims() {
        return Collections.unmodifiableList(claims);
    }

    /** When the transaction can no longer become final. */
    Instant getUntil() {
        return ledger.getTimeWindow().getUntilTime();
    }

    /** The transaction with its states. */
    LedgerTransaction getLedger() {
        return ledger;
    }

    private static LedgerTransaction resolve(ServiceHub services, SignedTransaction transaction)
            throws FlowException, Refused {
        try {
            LedgerTransaction ledger = transaction.toLedgerTransaction(services, false);
            ledger.verify();
            return ledger;
        } catch (SignatureException wrong) {
            throw refused(
                    RegisterRequirement.CONTRACTS_ACCEPT,
                    Refusal.BAD_REQUEST,
                    "A signature is not valid: " + wrong.getMessage());
        } catch (TransactionVerificationException broken) {
            throw refused(RegisterRequirement.CONTRACTS_ACCEPT, Refusal.CHECK_FAILED, broken.getMessage());
        }
    }

    private Attest findSeat() throws Refused {
        Attest ownership = null;
        for (CommandWithParties<?> command : ledger.getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                if (ownership != null) {
                    throw refused(
                            RegisterRequirement.ONE_REGISTER,
                            Refusal.BAD_REQUEST,
                            "The transaction moves several securities; registrars finalise one.");
                }
                ownership = (Attest) command.getValue();
            }
        }
        if (ownership == null) {
            throw refused(
                    RegisterRequirement.ONE_REGISTER,
                    Refusal.BAD_REQUEST,
                    "The transaction asks for no attestation of ownership.");
        }
        committee = Attestations.committeeOf(ledger, ownership);
        seat = committee
                .seatOf(self)
                .orElseThrow(() -> refused(
                        RegisterRequirement.ONE_REGISTER,
                        Refusal.BAD_REQUEST,
                        self.getName().getOrganisation() + " has no seat on the committee " + committee.getName()
                                + "."));
        return ownership;
    }

    // The ledger's rules, and with them whose signature an attestation needs, are only run where there is a security.
    private void checkSubject() throws Refused {
        List<StateAndRef<ContractState>> before = new ArrayList<>(ledger.getInputs());
        List<ContractState> touched = new ArrayList<>(ledger.getOutputStates());
        before.forEach(input -> touched.add(input.getState().getData()));
        if (touched.stream()
                .noneMatch(state -> state instanceof SecurityToken
                        || state instanceof SecurityDefinitionState
                        || state instanceof HoldingFreezeState
                        || SegmentRule.isSegmentFact(state))) {
            throw refused(
                    RegisterRequirement.ONE_REGISTER, Refusal.BAD_REQUEST, "The transaction concerns no security.");
        }
        before.addAll(ledger.getReferences());
        for (StateAndRef<ContractState> state : before) {
            if (!state.getState().getNotary().equals(transaction.getNotary())) {
                throw refused(
                        RegisterRequirement.ONE_NOTARY,
                        Refusal.CHECK_FAILED,
                        "The state " + state.getRef() + " is at the notary "
                                + state.getState().getNotary().getName() + ", the transaction at "
                                + transaction.getNotary().getName() + ".");
            }
        }
    }

    private void checkWindow() throws Refused {
        Instant now = services.getClock().instant();
        if (!now.isBefore(getUntil())) {
            throw refused(
                    RegisterRequirement.WINDOW_OPEN,
                    Refusal.CHECK_FAILED,
                    "The time-window closed at " + getUntil() + "; it is " + now + " now.");
        }
    }

    private void checkSignatures() throws Refused {
        Set<PublicKey> registrarsAndNotary = new HashSet<>();
        registrarsAndNotary.add(committee.attestationKey());
        registrarsAndNotary.add(transaction.getNotary().getOwningKey());
        try {
            transaction.verifySignaturesExcept(registrarsAndNotary);
        } catch (SignatureException missing) {
            throw refused(
                    RegisterRequirement.SIGNATURES_COMPLETE,
                    Refusal.BAD_REQUEST,
                    "A signature is missing before the registrars': " + missing.getMessage());
        }
    }

    private void checkNames() throws Refused {
        for (TransactionState<ContractState> output : ledger.getOutputs()) {
            List<AbstractParty> named = new ArrayList<>(output.getData().getParticipants());
            if (output.getData() instanceof AbstractToken) {
                named.add(((AbstractToken) output.getData()).getIssuer());
            }
            for (AbstractParty party : named) {
                if (!WellKnown.isTrulyNamed(services, party)) {
                    throw refused(
                            RegisterRequirement.NAMES_TRUE,
                            Refusal.CHECK_FAILED,
                            "The key of " + party + " is not the key of that name.");
                }
            }
        }
    }

    // Who stands behind a key has to be known to the register; a custodian announces those of its clients.
    private void checkHoldersKnown() throws Refused {
        for (SecurityToken token : ledger.outputsOfType(SecurityToken.class)) {
            if (WellKnown.of(services, token.getHolder().getOwningKey()) == null) {
                throw refused(
                        RegisterRequirement.NAMES_TRUE,
                        Refusal.CHECK_FAILED,
                        "The register does not know which member keeps the key of a holder.");
            }
        }
    }

    private void checkCurrent() throws Refused {
        List<StateRef> refs = new ArrayList<>();
        for (StateAndRef<ContractState> reference : ledger.getReferences()) {
            refs.add(reference.getRef());
        }
        ledger.inRefsOfType(SecurityDefinitionState.class).forEach(definition -> refs.add(definition.getRef()));
        Set<StateRef> current = RecordedStates.unspent(services, refs);
        for (StateRef ref : refs) {
            if (!current.contains(ref)) {
                throw refused(
                        RegisterRequirement.REFERENCES_CURRENT,
                        Refusal.SUPERSEDED,
                        "The definition or committee " + ref + " is not the current one here.");
            }
        }
    }

    private void checkRegister(Operation operation) throws Refused {
        List<StateRef> spent = new ArrayList<>();
        for (StateAndRef<ContractState> input : ledger.getInputs()) {
            if (input.getState().getData() instanceof SecurityToken
                    || input.getState().getData() instanceof SecurityDefinitionState
                    || input.getState().getData() instanceof HoldingFreezeState
                    || SegmentRule.isSegmentFact(input.getState().getData())) {
                spent.add(input.getRef());
            }
        }
        Set<StateRef> unspent = RecordedStates.unspent(services, spent);
        HoldersRegister register = new HoldersRegister(services);
        unspent.removeAll(register.notStanding(ledger.inRefsOfType(SecurityToken.class)));
        for (StateRef ref : spent) {
            if (!unspent.contains(ref)) {
                throw refused(
                        RegisterRequirement.INPUTS_UNSPENT,
                        Refusal.CHECK_FAILED,
                        "The register has no unspent holding " + ref + ".");
            }
            claims.add("input " + ref);
        }
        for (SecurityToken token : ledger.outputsOfType(SecurityToken.class)) {
            if (!HoldersRegister.canKeep(token.getHolder().getOwningKey())) {
                throw refused(
                        RegisterRequirement.KEYS_KEPT,
                        Refusal.CHECK_FAILED,
                        "A holder's key takes more than the " + HoldersRegister.LONGEST_KEY
                                + " bytes that the register keeps.");
            }
        }
        claims.addAll(MeasureAssessment.claims(services, ledger));
        NewEntries entries = new NewEntries(services, ledger);
        if (operation == Operation.ISSUE) {
            claims.addAll(entries.issue());
        }
        // The contract of definitions has seen to it that the operation is one of these.
        if (!ledger.outputsOfType(SecurityDefinitionState.class).isEmpty()) {
            claims.addAll(entries.registration());
            new RulesAssessment(services, ledger).check();
            claims.addAll(AmendmentAssessment.claims(services, ledger));
        }
    }

    private void checkSegment() throws Refused {
        try {
            claims.addAll(SegmentRule.check(services, ledger, committee));
        } catch (SegmentRefusal refusal) {
            throw refused(
                    RegisterRequirement.valueOf(refusal.getRequirement().name()),
                    Refusal.CHECK_FAILED,
                    refusal.getMessage());
        }
    }

    static Refused refused(RegisterRequirement requirement, String code, String reason) {
        return new Refused(requirement, code, reason);
    }

    /** A check that did not hold; becomes the registrar's refusal and never leaves the node as an exception. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final RegisterRequirement requirement;
        private final String code;

        private Refused(RegisterRequirement requirement, String code, String reason) {
            super(reason);
            this.requirement = requirement;
            this.code = code;
        }

        /** What is not met. */
        RegisterRequirement getRequirement() {
            return requirement;
        }

        Refusal by(Party registrar) {
            return new Refusal(registrar.getName(), code, getMessage());
        }
    }
}
