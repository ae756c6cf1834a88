package org.countersign.contracts.definition;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;
import static org.countersign.contracts.Rules.isReadable;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.compliance.ComplianceCondition;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/** How definitions come into being and change. Every rule is a named sentence. */
public final class SecurityDefinitionContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = SecurityDefinitionContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND =
            "A transaction with a definition has exactly one command Register, Freeze, Unfreeze, Pause, Announce,"
                    + " Complete or Withdraw, and attestations.";
    /** Registration consumes nothing. */
    public static final String REGISTER_SHAPE = "Register has no inputs and one output, the definition.";
    /** A change is one state for one state. */
    public static final String CHANGE_SHAPE =
            "A change of a definition has one input and one output, both the definition.";
    /** A look-alike gets another identifier. */
    public static final String SELF_CERTIFYING =
            "A registered definition's identifier is the digest of its issuer and of all that it says.";
    /** Versions are counted from one, and a security starts open. */
    public static final String FIRST_VERSION =
            "A registered definition is active, at version 1, without a reason or an announced amendment.";
    /** A symbol that can be typed and printed. */
    public static final String SYMBOL_SHAPE = "A symbol is 1 to 12 capital letters, digits, dots or hyphens.";
    /** A security can be spoken of. */
    public static final String NAME_SHAPE = "A name has 1 to 120 readable characters.";
    /** The shape of an ISO 4217 code; a list of codes would differ between nodes. */
    public static final String CURRENCY_SHAPE = "A currency is three capital letters.";
    /** Nominal values are positive. */
    public static final String POSITIVE_DENOMINATION =
            "A denomination is more than zero, with at most 10 decimals and at most 18 digits before them.";
    /** Quantities fit into the ledger's 64-bit amounts. */
    public static final String AUTHORISED_QUANTITY =
            "An authorised quantity is more than zero, has no more decimals than the security, and fits into 64 bits.";
    /** Amounts stay countable. */
    public static final String FRACTION_DIGITS = "A security has 0 to 6 fraction digits.";
    /** The obligor agrees. */
    public static final String ISSUER_SIGNS = "The issuer signs the registration.";
    /** A policy that names nobody could never be met. */
    public static final String COMMITTEES_EXIST =
            "Every committee that the policy names is referenced and of its aspect.";
    /** A rule of anybody's own making could do anything, and differently at every node. */
    public static final String KNOWN_RULES =
            "A compliance policy has rules of the catalogue and compositions of them, and no others.";
    /** What the ledger cannot see, somebody must judge. */
    public static final String PRIVATE_RULES_JUDGED = "A definition whose compliance policy has private rules demands "
            + "COMPLIANCE for issues, transfers and redemptions.";
    /** What is pinned can be found and loaded, for ever and by everybody. */
    public static final String PINS_SHAPE =
            "Pinned rules are named by SHA-256 digests of source and jar, and by a version of the compiler.";
    /** A change of status changes nothing else. */
    public static final String ONLY_STATUS_CHANGES =
            "A change of status changes status, reason and version, the version by one, and nothing else.";
    /** Freezing what is frozen would hide the first reason. */
    public static final String STATUS_CHANGES =
            "Freeze makes a security frozen that was not, Unfreeze one active that was not, Pause one paused that was"
                    + " not frozen.";
    /** A reason is on record. */
    public static final String REASON_GIVEN =
            "A change of status leaves its order, in one line, as the reason in the state.";
    /** A freeze is the registrars' or a court's to end; a pause is nobody's order. */
    public static final String ISSUER_PAUSES = "The issuer signs a pause.";
    /** Whoever wants to stop a security for longer says so again, where all see it. */
    public static final String PAUSE_ENDS =
            "A pause ends after its transaction's time-window has closed, and at most 30 days later.";
    /** Somebody answers for the proposal. */
    public static final String PROPOSER_SIGNS =
            "The issuer or a member of the registrars' committee signs a change of status with its legal identity.";

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,12}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final List<Operation> JUDGED =
            Collections.unmodifiableList(Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM));
    private static final List<Class<?>> AMENDING = Collections.unmodifiableList(Arrays.asList(
            SecurityDefinitionCommand.Announce.class,
            SecurityDefinitionCommand.Complete.class,
            SecurityDefinitionCommand.Withdraw.class));
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        CommandWithParties<?> command = onlyCommand(tx);
        if (command.getValue().getClass() == SecurityDefinitionCommand.Register.class) {
            verifyRegister(tx, command.getSigners());
        } else if (command.getValue().getClass() == SecurityDefinitionCommand.Freeze.class) {
            verifyChange(tx, command.getSigners(), (StatusChange) command.getValue(), SecurityStatus.FROZEN);
        } else if (command.getValue().getClass() == SecurityDefinitionCommand.Unfreeze.class) {
            verifyChange(tx, command.getSigners(), (StatusChange) command.getValue(), SecurityStatus.ACTIVE);
        } else if (command.getValue().getClass() == SecurityDefinitionCommand.Pause.class) {
            verifyPause(tx, command.getSigners(), (SecurityDefinitionCommand.Pause) command.getValue());
        } else if (AMENDING.contains(command.getValue().getClass())) {
            verifyAmendment(tx, command);
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

    private static void verifyRegister(LedgerTransaction tx, List<PublicKey> signers) {
        List<SecurityDefinitionState> outputs = tx.outputsOfType(SecurityDefinitionState.class);
        check(REGISTER_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        SecurityDefinitionState definition = outputs.get(0);
        verifyProvisions(tx, definition.provisions());
        check(
                SELF_CERTIFYING,
                SelfCertifyingId.same(
                        definition.getLinearId(),
                        SecurityDefinitionState.foundingId(definition.getIssuer(), definition.provisions())));
        check(
                FIRST_VERSION,
                definition.getVersion() == 1
                        && definition.getStatus() == SecurityStatus.ACTIVE
                        && definition.getStatusReason().isEmpty()
                        && definition.getPausedUntil() == null
                        && definition.getAnnounced() == null);
        check(ISSUER_SIGNS, signers.contains(definition.getIssuer().getOwningKey()));
        Attestations.verify(tx, definition.getValidationPolicy(), null, Operation.DEFINE);
        Attestations.verifyNoStrangers(tx, Collections.singletonList(null));
    }

    /** What is checked of what a definition says before it says so, when it is registered and when it is announced. */
    private static void verifyProvisions(LedgerTransaction tx, Provisions provisions) {
        verifyTerms(provisions.getTerms());
        verifyCompliance(provisions);
        AmendmentRules.verifyTerms(provisions);
        verifyPins(tx, provisions.getPinnedRules());
        for (AspectRequirement requirement : provisions.getValidationPolicy().getRequirements()) {
            check(COMMITTEES_EXIST, committee(tx, requirement) != null);
        }
    }

    private static void verifyPins(LedgerTransaction tx, PinnedRules pins) {
        if (pins != null) {
            check(PINS_SHAPE, pins.isWellFormed());
            AttachedPolicy.load(tx, pins);
        }
    }

    private static void verifyTerms(SecurityTerms terms) {
        check(SYMBOL_SHAPE, SYMBOL.matcher(terms.getSymbol()).matches());
        check(NAME_SHAPE, isReadable(terms.getName(), 120));
        check(CURRENCY_SHAPE, CURRENCY.matcher(terms.getCurrency()).matches());
        BigDecimal denomination = terms.getDenomination();
        check(
                POSITIVE_DENOMINATION,
                isSmall(denomination)
                        && denomination.signum() > 0
                        && denomination.stripTrailingZeros().scale() <= 10
                        && denomination.precision() - denomination.scale() <= 18);
        check(FRACTION_DIGITS, terms.getFractionDigits() >= 0 && terms.getFractionDigits() <= 6);
        BigDecimal quantity = terms.getAuthorisedQuantity();
        check(
                AUTHORISED_QUANTITY,
                isSmall(quantity)
                        && quantity.signum() > 0
                        && quantity.stripTrailingZeros().scale() <= terms.getFractionDigits()
                        && quantity.scaleByPowerOfTen(terms.getFractionDigits()).compareTo(LARGEST) <= 0);
    }

    private static void verifyCompliance(Provisions provisions) {
        ComplianceCondition condition = provisions.getCompliancePolicy().getCondition();
        if (condition != null) {
            check(KNOWN_RULES, RuleCatalogue.knows(condition));
            check(
                    PRIVATE_RULES_JUDGED,
                    !RuleCatalogue.isPrivate(condition)
                            || provisions
                                    .getValidationPolicy()
                                    .requirementOf(Aspect.COMPLIANCE)
                                    .filter(requirement ->
                                            requirement.getOperations().containsAll(JUDGED))
                                    .isPresent());
        }
    }

    // Asked first: arithmetic on a number with a huge exponent or millions of digits could occupy a node for minutes.
    private static boolean isSmall(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 40 && number.unscaledValue().bitLength() <= 160;
    }

    private static void verifyPause(
            LedgerTransaction tx, List<PublicKey> signers, SecurityDefinitionCommand.Pause pause) {
        SecurityDefinitionState before =
                verifyChange(tx, signers, pause, current -> current.withPause(pause.getUntil(), pause.getReason()));
        check(ISSUER_PAUSES, signers.contains(before.getIssuer().getOwningKey()));
        // The attestations have been verified, and with them that the window has both ends.
        Instant closes = tx.getTimeWindow().getUntilTime();
        check(PAUSE_ENDS, pause.getUntil().isAfter(closes) && !pause.getUntil().isAfter(closes.plus(LONGEST_PAUSE)));
    }

    private static void verifyChange(
            LedgerTransaction tx, List<PublicKey> signers, StatusChange command, SecurityStatus target) {
        verifyChange(tx, signers, command, before -> before.withStatus(target, command.getReason()));
    }

    private static SecurityDefinitionState verifyChange(
            LedgerTransaction tx,
            List<PublicKey> signers,
            StatusChange command,
            UnaryOperator<SecurityDefinitionState> change) {
        StateAndRef<SecurityDefinitionState> input = onlyInput(tx);
        SecurityDefinitionState before = input.getState().getData();
        SecurityDefinitionState after = onlyOutput(tx);
        SecurityStatus target = change.apply(before).getStatus();
        boolean follows = target == SecurityStatus.PAUSED
                ? before.getStatus() != SecurityStatus.FROZEN
                : before.getStatus() != target;
        check(STATUS_CHANGES, follows && after.getStatus() == target);
        StatusOrderRules.verify(command);
        check(REASON_GIVEN, after.getStatusReason().equals(command.getReason()));
        check(ONLY_STATUS_CHANGES, after.equals(change.apply(before)));
        check(PROPOSER_SIGNS, proposerSigns(tx, before, signers));
        verifyAttested(tx, input, Operation.DEFINE);
        return before;
    }

    private static void verifyAmendment(LedgerTransaction tx, CommandWithParties<?> command) {
        StateAndRef<SecurityDefinitionState> input = onlyInput(tx);
        SecurityDefinitionState after = onlyOutput(tx);
        boolean announces = command.getValue() instanceof SecurityDefinitionCommand.Announce;
        // With the attestations it is known that the time-window has both ends.
        verifyAttested(tx, input, announces ? Operation.AMEND : Operation.DEFINE);
        SecurityDefinitionState before = input.getState().getData();
        AmendmentRules.verify(before, after, command.getValue(), command.getSigners(), tx.getTimeWindow());
        if (announces) {
            verifyProvisions(tx, after.getAnnounced().getProvisions());
        } else if (command.getValue() instanceof SecurityDefinitionCommand.Complete) {
            verifyPins(tx, after.getPinnedRules());
        }
    }

    private static void verifyAttested(
            LedgerTransaction tx, StateAndRef<SecurityDefinitionState> definition, Operation operation) {
        ValidationPolicy policy = definition.getState().getData().getValidationPolicy();
        Attestations.verify(tx, policy, definition.getRef(), operation);
        Attestations.verifyNoStrangers(tx, Collections.singletonList(definition.getRef()));
    }

    private static StateAndRef<SecurityDefinitionState> onlyInput(LedgerTransaction tx) {
        List<StateAndRef<SecurityDefinitionState>> inputs = tx.inRefsOfType(SecurityDefinitionState.class);
        check(CHANGE_SHAPE, tx.getInputs().size() == 1 && inputs.size() == 1);
        return inputs.get(0);
    }

    private static SecurityDefinitionState onlyOutput(LedgerTransaction tx) {
        List<SecurityDefinitionState> outputs = tx.outputsOfType(SecurityDefinitionState.class);
        check(CHANGE_SHAPE, tx.getOutputs().size() == 1 && outputs.size() == 1);
        return outputs.get(0);
    }

    private static boolean proposerSigns(
            LedgerTransaction tx, SecurityDefinitionState definition, List<PublicKey> signers) {
        if (signers.contains(definition.getIssuer().getOwningKey())) {
            return true;
        }
        CommitteeState registrars =
                committee(tx, definition.getValidationPolicy().ownership());
        if (registrars != null) {
            for (CommitteeMember member : registrars.getTerms().getMembers()) {
                if (signers.contains(member.getParty().getOwningKey())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static CommitteeState committee(LedgerTransaction tx, AspectRequirement requirement) {
        for (StateAndRef<ContractState> reference : tx.getReferences()) {
            ContractState state = reference.getState().getData();
            if (state instanceof CommitteeState
                    && ((CommitteeState) state).getAspect() == requirement.getAspect()
                    && SelfCertifyingId.same(((CommitteeState) state).getLinearId(), requirement.getCommittee())) {
                return (CommitteeState) state;
            }
        }
        return null;
    }
}
