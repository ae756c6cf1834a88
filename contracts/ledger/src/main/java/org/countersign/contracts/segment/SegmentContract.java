package org.countersign.contracts.segment;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;
import static org.countersign.contracts.Rules.isReadable;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;

/** How segments come into being and change. Every rule is a named sentence. */
public final class SegmentContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = SegmentContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND =
            "A transaction with a segment has exactly one command, Establish or Amend, and attestations.";
    /** Establishing consumes nothing. */
    public static final String ESTABLISH_SHAPE = "Establish has no inputs and one output, the segment.";
    /** A change is one state for one state. */
    public static final String AMEND_SHAPE = "Amend has one input and one output, both the segment.";
    /** A look-alike gets another identifier. */
    public static final String SELF_CERTIFYING =
            "An established segment's identifier is the digest of its name, terms and policy.";
    /** Versions are counted from one. */
    public static final String FIRST_VERSION = "An established segment is at version 1.";
    /** What a segment is cannot change. */
    public static final String ONLY_TERMS_CHANGE =
            "An amended segment keeps its identifier, name and policy, and is one version later.";
    /** The name of everything is nobody's. */
    public static final String NAMED =
            "A segment has a name of 1 to 60 readable characters, which is its policy's and not the whole network's.";
    /** Registrars and whoever else decides, each for all that is decided. */
    public static final String DECIDING_COMMITTEES =
            "A segment's policy names its registrars and at most one other committee, each for DEFINE.";
    /** Whoever keeps a segment can be told from its state. */
    public static final String KEEPERS = "A segment's keepers are the members of its registrars' committee.";
    /** Somebody answers for the proposal. */
    public static final String PROPOSER_SIGNS =
            "A member of one of the segment's committees signs with its legal identity.";
    /** Nobody is served twice. */
    public static final String DISTINCT_OBSERVERS = "A segment has each observer once.";
    /** What is asked for can be read and named. */
    public static final String READABLE_CONDITIONS = "A segment has at most 50 conditions of admission, each with a"
            + " code of its own of 1 to 40 capital letters, digits, hyphens or underscores, and a sentence of 1 to 500"
            + " readable characters.";
    /** The shape of an ISO 3166-1 code; a list of codes would differ between nodes. */
    public static final String COUNTRY_SHAPE = "A country of admission is two capital letters, and named once.";
    /** What is permitted can be met. */
    public static final String PERMISSION_SHAPE = "A permitted symbol is one, or the beginning of one with an asterisk"
            + " behind it; a permitted currency is three capital letters; each is named once.";
    /** A name could be anybody's, and what holds within a segment needs no rule between segments. */
    public static final String OTHER_SEGMENTS =
            "Rules between segments name other segments by their self-certifying identifiers, each once.";

    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_NAMED = 500;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{1,40}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,12}|[A-Z0-9.-]{1,11}\\*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        CommandWithParties<?> command = onlyCommand(tx);
        if (command.getValue().getClass() == SegmentCommand.Establish.class) {
            verifyEstablish(tx, command.getSigners());
        } else if (command.getValue().getClass() == SegmentCommand.Amend.class) {
            verifyAmend(tx, command.getSigners());
        } else {
            throw broken(ONE_COMMAND);
        }
    }

    private static CommandWithParties<?> onlyCommand(LedgerTransaction tx) {
        List<CommandWithParties<?>> others = new ArrayList<>();
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (!(command.getValue() instanceof Attest)) {
                others.add(command);
            }
        }
        check(ONE_COMMAND, others.size() == 1);
        return others.get(0);
    }

    private static void verifyEstablish(LedgerTransaction tx, List<PublicKey> signers) {
        List<SegmentState> outputs = tx.outputsOfType(SegmentState.class);
        check(ESTABLISH_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        SegmentState segment = outputs.get(0);
        check(
                SELF_CERTIFYING,
                SelfCertifyingId.same(
                        segment.getLinearId(),
                        SegmentState.foundingId(segment.getTerms(), segment.getValidationPolicy())));
        check(FIRST_VERSION, segment.getVersion() == 1);
        check(
                NAMED,
                Segment.isName(segment.getName())
                        && !segment.getName().equals(Segment.WHOLE_NETWORK)
                        && segment.getName()
                                .equals(segment.getValidationPolicy().getSegment()));
        verifyPolicy(segment);
        verifyDecision(tx, segment, null, signers);
    }

    private static void verifyAmend(LedgerTransaction tx, List<PublicKey> signers) {
        List<StateAndRef<SegmentState>> inputs = tx.inRefsOfType(SegmentState.class);
        List<SegmentState> outputs = tx.outputsOfType(SegmentState.class);
        check(
                AMEND_SHAPE,
                tx.getInputs().size() == 1 && tx.getOutputs().size() == 1 && inputs.size() == 1 && outputs.size() == 1);
        SegmentState before = inputs.get(0).getState().getData();
        SegmentState after = outputs.get(0);
        check(ONLY_TERMS_CHANGE, after.equals(before.amended(after.getTerms(), after.getKeepers())));
        verifyDecision(tx, after, inputs.get(0).getRef(), signers);
    }

    private static void verifyPolicy(SegmentState segment) {
        List<AspectRequirement> requirements = segment.getValidationPolicy().getRequirements();
        check(DECIDING_COMMITTEES, requirements.size() <= 2);
        for (AspectRequirement requirement : requirements) {
            check(DECIDING_COMMITTEES, requirement.getOperations().contains(Operation.DEFINE));
        }
    }

    private static void verifyDecision(
            LedgerTransaction tx, SegmentState segment, StateRef before, List<PublicKey> signers) {
        verifyTerms(segment);
        Attestations.verify(tx, segment.getValidationPolicy(), before, Operation.DEFINE);
        Attestations.verifyNoStrangers(tx, Collections.singletonList(before));
        SegmentCommittees committees = new SegmentCommittees(tx);
        check(KEEPERS, committees.areKeepers(segment.getKeepers()));
        check(PROPOSER_SIGNS, committees.anySigns(signers));
    }

    private static void verifyTerms(SegmentState segment) {
        SegmentTerms terms = segment.getTerms();
        Set<Object> observers = new HashSet<>();
        for (Party observer : terms.getObservers()) {
            check(DISTINCT_OBSERVERS, observers.add(observer) && observers.add(observer.getName()));
        }
        verifyAdmission(terms.getAdmission());
        check(PERMISSION_SHAPE, areShaped(terms.getPermittedSecurities().getSymbols(), SYMBOL));
        check(PERMISSION_SHAPE, areShaped(terms.getPermittedSecurities().getCurrencies(), CURRENCY));
        check(OTHER_SEGMENTS, areOthers(segment, terms.getCrossSegment().getAcquirersFrom()));
        check(OTHER_SEGMENTS, areOthers(segment, terms.getCrossSegment().getHoldingsIn()));
    }

    private static void verifyAdmission(AdmissionPolicy admission) {
        Set<String> codes = new HashSet<>();
        check(READABLE_CONDITIONS, admission.getConditions().size() <= MOST_CONDITIONS);
        for (AdmissionCondition condition : admission.getConditions()) {
            check(
                    READABLE_CONDITIONS,
                    CODE.matcher(condition.getCode()).matches()
                            && codes.add(condition.getCode())
                            && isReadable(condition.getSentence(), 500));
        }
        check(COUNTRY_SHAPE, areShaped(admission.getCountries(), COUNTRY));
    }

    private static boolean areShaped(List<String> texts, Pattern shape) {
        return texts.size() <= MOST_NAMED
                && new HashSet<>(texts).size() == texts.size()
                && texts.stream().allMatch(text -> shape.matcher(text).matches());
    }

    private static boolean areOthers(SegmentState segment, List<UniqueIdentifier> others) {
        Set<String> seen = new HashSet<>();
        seen.add(segment.getLinearId().getExternalId());
        return others.size() <= MOST_NAMED
                && others.stream()
                        .allMatch(other -> other.getExternalId() != null
                                && DIGEST.matcher(other.getExternalId()).matches()
                                && seen.add(other.getExternalId()));
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
