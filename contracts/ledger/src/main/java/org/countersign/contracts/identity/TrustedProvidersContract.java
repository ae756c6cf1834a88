package org.countersign.contracts.identity;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.security.PublicKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;

/** How a committee says which providers it accepts. Every rule is a named sentence. */
public final class TrustedProvidersContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = TrustedProvidersContract.class.getName();

    // Ends the organisation in what identifies a person.
    private static final String PERSON_SEPARATOR = "/";

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND =
            "A transaction with a list of providers has exactly one command, Establish or Amend.";
    /** Establishing consumes nothing. */
    public static final String ESTABLISH_SHAPE = "Establish has no inputs and one output, the list of providers.";
    /** A change is one state for one state. */
    public static final String AMEND_SHAPE = "Amend has one input and one output, both the list of providers.";
    /** A committee has one list. */
    public static final String SELF_CERTIFYING =
            "An established list of providers has the digest of its committee as identifier.";
    /** Versions are counted from one. */
    public static final String FIRST_VERSION = "An established list of providers is at version 1.";
    /** What a list is cannot change. */
    public static final String SAME_LIST = "An amended list of providers keeps its identifier and committee.";
    /** Versions follow one another. */
    public static final String NEXT_VERSION = "An amended list of providers is one version later.";
    /** A forged or foreign committee has another identifier, one that has been reformed is no current reference. */
    public static final String COMMITTEE_DECIDES =
            "The committee that the list of providers names is the only reference state, and is for IDENTITY.";
    /** Not a member's key, not an attacker's: the committee's. */
    public static final String QUORUM_SIGNS =
            "The only signer of a list of providers is the committee's composite key, which the list names.";
    /** A decision is not kept to be used later. */
    public static final String SHORT_WINDOW =
            "A list of providers has a time-window with both ends, no longer than its committee's attestations are"
                    + " valid.";
    /** Nobody is accepted twice; and whom a provider knows is called by the organisation, a slash and the subject. */
    public static final String DISTINCT_PROVIDERS = "A list of providers has each provider and each organisation once,"
            + " wherever it resides, and no organisation that begins with another's and a slash.";
    /** Accepted for nothing is not accepted. */
    public static final String KINDS_NAMED =
            "A provider is accepted for at least one kind of claim, and for each once.";

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        check(ONE_COMMAND, tx.getCommands().size() == 1);
        CommandWithParties<?> command = tx.getCommands().get(0);
        if (command.getValue().getClass() == TrustedProvidersCommand.Establish.class) {
            verifyEstablish(tx, command);
        } else if (command.getValue().getClass() == TrustedProvidersCommand.Amend.class) {
            verifyAmend(tx, command);
        } else {
            throw broken(ONE_COMMAND);
        }
    }

    private static void verifyEstablish(LedgerTransaction tx, CommandWithParties<?> command) {
        List<TrustedProvidersState> outputs = tx.outputsOfType(TrustedProvidersState.class);
        check(ESTABLISH_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        TrustedProvidersState list = outputs.get(0);
        check(
                SELF_CERTIFYING,
                SelfCertifyingId.same(list.getLinearId(), TrustedProvidersState.foundingId(list.getCommittee())));
        check(FIRST_VERSION, list.getVersion() == 1);
        verifyDecision(tx, command, list);
    }

    private static void verifyAmend(LedgerTransaction tx, CommandWithParties<?> command) {
        List<TrustedProvidersState> inputs = tx.inputsOfType(TrustedProvidersState.class);
        List<TrustedProvidersState> outputs = tx.outputsOfType(TrustedProvidersState.class);
        check(
                AMEND_SHAPE,
                tx.getInputs().size() == 1 && tx.getOutputs().size() == 1 && inputs.size() == 1 && outputs.size() == 1);
        TrustedProvidersState before = inputs.get(0);
        TrustedProvidersState after = outputs.get(0);
        check(
                SAME_LIST,
                SelfCertifyingId.same(before.getLinearId(), after.getLinearId())
                        && SelfCertifyingId.same(before.getCommittee(), after.getCommittee()));
        check(NEXT_VERSION, after.getVersion() == Math.addExact(before.getVersion(), 1));
        verifyDecision(tx, command, after);
    }

    private static void verifyDecision(
            LedgerTransaction tx, CommandWithParties<?> command, TrustedProvidersState list) {
        List<CommitteeState> committees = tx.referenceInputsOfType(CommitteeState.class);
        check(
                COMMITTEE_DECIDES,
                tx.getReferences().size() == 1
                        && committees.size() == 1
                        && SelfCertifyingId.same(committees.get(0).getLinearId(), list.getCommittee())
                        && committees.get(0).getAspect() == Aspect.IDENTITY);
        CommitteeState committee = committees.get(0);
        check(
                QUORUM_SIGNS,
                command.getSigners().equals(Collections.singletonList(committee.attestationKey()))
                        && list.getQuorum().equals(committee.attestationKey()));
        TimeWindow window = tx.getTimeWindow();
        check(
                SHORT_WINDOW,
                window != null
                        && window.getLength() != null
                        && window.getLength().compareTo(committee.getTerms().getAttestationValidity()) <= 0);
        verifyProviders(list.getProviders());
    }

    private static void verifyProviders(List<AcceptedProvider> providers) {
        Set<PublicKey> keys = new HashSet<>();
        SortedSet<String> organisations = new TreeSet<>();
        for (AcceptedProvider accepted : providers) {
            check(
                    DISTINCT_PROVIDERS,
                    keys.add(accepted.getProvider().getOwningKey())
                            && organisations.add(
                                    accepted.getProvider().getName().getOrganisation() + PERSON_SEPARATOR));
            check(
                    KINDS_NAMED,
                    !accepted.getKinds().isEmpty()
                            && new HashSet<>(accepted.getKinds()).size()
                                    == accepted.getKinds().size());
        }
        String before = null;
        for (String organisation : organisations) {
            check(DISTINCT_PROVIDERS, before == null || !organisation.startsWith(before));
            before = organisation;
        }
    }
}
