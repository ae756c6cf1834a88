package org.countersign.contracts.validation;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;

/**
 * The rules that every attested transaction keeps, whatever it does: a bounded time-window, one attestation per aspect
 * that the policy demands, each by the committee that the policy names, none beyond those.
 *
 * <p>Whether the quorum really signed is not asked here: the composite key is a required signer, and Corda refuses a
 * transaction with missing signatures before it is final.
 */
public final class Attestations {
    /** Public time rules and attestations need something to hold on to. */
    public static final String BOUNDED_WINDOW =
            "A transaction that touches a security has a time-window with both ends.";
    /** Dropping an attestation leaves a demanded aspect open. */
    public static final String EVERY_ASPECT =
            "Every aspect that the policy demands for the operation is attested once.";
    /** What nobody asked for proves nothing. */
    public static final String NO_OTHER_ASPECT =
            "No aspect is attested that the policy does not demand for the operation.";
    /** An attestation of a milder operation does not do. */
    public static final String SAME_OPERATION = "An attestation names the operation that the transaction carries out.";
    /** A forged or foreign committee has another identifier. */
    public static final String POLICY_COMMITTEE =
            "An attestation's committee is a reference state, is the one that the policy names, and is of the aspect.";
    /** Admission and observers differ from segment to segment. */
    public static final String SAME_SEGMENT =
            "An attestation's committee is of the security's segment or of the whole network.";
    /** Not a member's key, not an attacker's: the committee's. */
    public static final String COMMITTEE_SIGNS = "The only signer of an attestation is the committee's composite key.";
    /** An expired attestation is none. */
    public static final String WITHIN_VALIDITY = "The time-window lies within the attestation's validity.";
    /** A committee decides how long it binds itself. */
    public static final String SHORT_VALIDITY = "An attestation is valid no longer than its committee allows.";
    /** An attestation for one security does not do for another. */
    public static final String KNOWN_DEFINITION =
            "Every attestation is for a definition that the transaction deals with.";

    /** A signature covers a whole transaction; a key that signs for two things could not refuse one of them. */
    public static final String KEYS_APART =
            "A committee's attestation keys sign for nothing in the transaction but that committee's attestations.";

    private Attestations() {}

    /**
     * Verifies the attestations for one security.
     *
     * @param tx the transaction
     * @param policy the policy of the definition that rules
     * @param definition the reference of that definition, null while it is being registered
     * @param operation what the transaction does with the security
     */
    public static void verify(LedgerTransaction tx, ValidationPolicy policy, StateRef definition, Operation operation) {
        TimeWindow window = boundedWindow(tx);
        List<CommandWithParties<Attest>> attests = of(tx, definition);
        List<AspectRequirement> requirements = policy.requirementsFor(operation);
        for (AspectRequirement requirement : requirements) {
            CommandWithParties<Attest> attest = single(attests, requirement.getAspect());
            check(SAME_OPERATION, attest.getValue().getOperation() == operation);
            verifyOne(tx, attest, requirement, policy.getSegment(), window);
        }
        check(NO_OTHER_ASPECT, attests.size() == requirements.size());
    }

    /**
     * Verifies that no attestation speaks of a definition that the transaction does not deal with, and that no key
     * signs both for a committee and for something else.
     *
     * @param tx the transaction
     * @param definitions the references of the definitions it deals with; null among them for one being registered
     */
    public static void verifyNoStrangers(LedgerTransaction tx, List<StateRef> definitions) {
        Map<PublicKey, Object> duties = new HashMap<>();
        for (CommandWithParties<Attest> attest : all(tx)) {
            check(KNOWN_DEFINITION, definitions.contains(attest.getValue().getDefinition()));
            for (PublicKey key : leafKeys(attest)) {
                Object committee = attest.getValue().getCommittee();
                check(KEYS_APART, committee.equals(duties.getOrDefault(key, committee)));
                duties.put(key, committee);
            }
        }
        for (CommandWithParties<?> command : tx.getCommands()) {
            check(
                    KEYS_APART,
                    command.getValue() instanceof Attest || Collections.disjoint(duties.keySet(), leafKeys(command)));
        }
    }

    private static Set<PublicKey> leafKeys(CommandWithParties<?> command) {
        return command.getSigners().stream()
                .flatMap(signer -> CryptoUtils.getKeys(signer).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The committee that an attestation names.
     *
     * @param tx the transaction that carries it
     * @param attest the attestation
     * @return the committee's state among the transaction's reference states
     * @throws IllegalArgumentException with {@link #POLICY_COMMITTEE} if it is not there
     */
    public static CommitteeState committeeOf(LedgerTransaction tx, Attest attest) {
        return committee(tx, attest.getCommittee());
    }

    private static TimeWindow boundedWindow(LedgerTransaction tx) {
        TimeWindow window = tx.getTimeWindow();
        check(BOUNDED_WINDOW, window != null && window.getFromTime() != null && window.getUntilTime() != null);
        return window;
    }

    private static List<CommandWithParties<Attest>> of(LedgerTransaction tx, StateRef definition) {
        List<CommandWithParties<Attest>> matching = new ArrayList<>();
        for (CommandWithParties<Attest> attest : all(tx)) {
            if (Objects.equals(attest.getValue().getDefinition(), definition)) {
                matching.add(attest);
            }
        }
        return matching;
    }

    @SuppressWarnings("unchecked")
    private static List<CommandWithParties<Attest>> all(LedgerTransaction tx) {
        List<CommandWithParties<Attest>> attests = new ArrayList<>();
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue() instanceof Attest) {
                attests.add((CommandWithParties<Attest>) command);
            }
        }
        return attests;
    }

    private static CommandWithParties<Attest> single(List<CommandWithParties<Attest>> attests, Aspect aspect) {
        CommandWithParties<Attest> found = null;
        for (CommandWithParties<Attest> attest : attests) {
            if (attest.getValue().getAspect() == aspect) {
                check(EVERY_ASPECT, found == null);
                found = attest;
            }
        }
        check(EVERY_ASPECT, found != null);
        return found;
    }

    private static void verifyOne(
            LedgerTransaction tx,
            CommandWithParties<Attest> command,
            AspectRequirement requirement,
            String segment,
            TimeWindow window) {
        Attest attest = command.getValue();
        CommitteeState committee = committee(tx, attest.getCommittee());
        check(
                POLICY_COMMITTEE,
                SelfCertifyingId.same(committee.getLinearId(), requirement.getCommittee())
                        && committee.getAspect() == requirement.getAspect());
        check(SAME_SEGMENT, Segment.isCompetent(committee.getTerms().getSegment(), segment));
        check(COMMITTEE_SIGNS, command.getSigners().equals(Collections.singletonList(committee.attestationKey())));
        Instant from = window.getFromTime();
        Instant until = window.getUntilTime();
        check(WITHIN_VALIDITY, !from.isBefore(attest.getValidFrom()) && !until.isAfter(attest.getValidUntil()));
        Duration validity = Duration.between(attest.getValidFrom(), attest.getValidUntil());
        check(SHORT_VALIDITY, validity.compareTo(committee.getTerms().getAttestationValidity()) <= 0);
    }

    private static CommitteeState committee(LedgerTransaction tx, StateRef ref) {
        for (StateAndRef<ContractState> reference : tx.getReferences()) {
            if (reference.getRef().equals(ref) && reference.getState().getData() instanceof CommitteeState) {
                return (CommitteeState) reference.getState().getData();
            }
        }
        throw broken(POLICY_COMMITTEE);
    }
}
