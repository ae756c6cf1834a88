package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import org.countersign.client.proof.Attestations.VerifiedAttestation;
import org.countersign.client.proof.OpenedTransaction.OpenedCommand;
import org.countersign.contracts.Rules;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;

/**
 * Verifies a definition back to its registration: the identifier is the digest of issuer, terms and policy, the issuer
 * signed, every change since was attested by the registrars, and what the definition says changed only as it says.
 */
final class Definitions {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.-]{1,12}");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_FRACTION_DIGITS = 6;

    private final Transactions transactions;
    private final Attestations attestations;
    private final List<Party> issuers = new ArrayList<>();

    /** A definition whose history holds, and the notary that its state is under. */
    record VerifiedDefinition(SecurityDefinitionState state, Party notary) {}

    Definitions(Transactions transactions, Attestations attestations) {
        this.transactions = transactions;
        this.attestations = attestations;
    }

    /** Who signed as issuer. */
    List<Party> issuers() {
        return issuers;
    }

    VerifiedDefinition at(StateRef ref) throws ProofRefusedException {
        OpenedTransaction transaction = transactions.take(ref.getTxhash(), "the definition");
        SecurityDefinitionState definition =
                transaction.onlyOutput(ref.getIndex(), SecurityDefinitionState.class, SecurityDefinitionContract.ID);
        verifyTerms(definition.getTerms());
        issuers.add(definition.getIssuer());
        OpenedCommand command = onlyCommand(transaction);
        if (command.value().getClass() == SecurityDefinitionCommand.Register.class) {
            verifyRegistration(transaction, definition, command);
        } else {
            verifyChange(transaction, definition, command);
        }
        transaction.requireNotarised();
        transaction.requireSignedByExactlyTheSigners();
        return new VerifiedDefinition(definition, transaction.notary());
    }

    private static OpenedCommand onlyCommand(OpenedTransaction transaction) throws ProofRefusedException {
        OpenedCommand found = null;
        for (OpenedCommand command : transaction.commands()) {
            if (!(command.value() instanceof Attest)) {
                require(
                        found == null && command.value() instanceof SecurityDefinitionCommand,
                        "Transaction %s reveals a command that a definition has no use for.",
                        transaction.id());
                found = command;
            }
        }
        require(found != null, "Transaction %s reveals no command on a definition.", transaction.id());
        return found;
    }

    /** What the verifier computes with and shows to people; the rest of the terms is the registrars' business. */
    private static void verifyTerms(SecurityTerms terms) throws ProofRefusedException {
        require(
                SYMBOL.matcher(terms.getSymbol()).matches() && Rules.isReadable(terms.getName(), LONGEST_NAME),
                "A definition has no readable symbol or name.");
        require(
                terms.getFractionDigits() >= 0
                        && terms.getFractionDigits() <= MOST_FRACTION_DIGITS
                        && isSmall(terms.getDenomination())
                        && isSmall(terms.getAuthorisedQuantity()),
                "Security %s has impossible amounts.",
                terms.getSymbol());
    }

    // Arithmetic on a number with a huge exponent or millions of digits could occupy the verifier for minutes.
    private static boolean isSmall(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 40 && number.unscaledValue().bitLength() <= 160;
    }

    private void verifyRegistration(
            OpenedTransaction transaction, SecurityDefinitionState definition, OpenedCommand command)
            throws ProofRefusedException {
        String symbol = definition.getTerms().getSymbol();
        require(
                transaction.isEmpty(ComponentGroupEnum.INPUTS_GROUP),
                "Transaction %s has inputs, and so registered no security.",
                transaction.id());
        SecurityDefinitionState registered =
                SecurityDefinitionState.registered(definition.getIssuer(), definition.provisions());
        require(
                SelfCertifyingId.same(definition.getLinearId(), registered.getLinearId()),
                "The identifier of security %s is not the digest of its issuer, terms and policies.",
                symbol);
        require(definition.equals(registered), "Security %s was not registered active and at version 1.", symbol);
        require(
                command.signers().contains(definition.getIssuer().getOwningKey()),
                "The issuer %s did not have to sign the registration of security %s.",
                definition.getIssuer().getName(),
                symbol);
        attestations.verify(transaction, definition.getValidationPolicy(), null, Operation.DEFINE);
    }

    private void verifyChange(OpenedTransaction transaction, SecurityDefinitionState definition, OpenedCommand command)
            throws ProofRefusedException {
        String symbol = definition.getTerms().getSymbol();
        require(
                transaction.hasOne(ComponentGroupEnum.INPUTS_GROUP)
                        && transaction.inputs().size() == 1,
                "Transaction %s does not reveal the one input that a change of a definition has.",
                transaction.id());
        StateRef input = transaction.inputs().get(0);
        VerifiedDefinition before = at(input);
        require(
                isAmending(command) || follows(before.state(), definition, command),
                "Version %d of security %s does not follow from the version before.",
                definition.getVersion(),
                symbol);
        require(Identities.same(before.notary(), transaction.notary()), "Security %s changed its notary.", symbol);
        Operation operation = command.value().getClass() == SecurityDefinitionCommand.Announce.class
                ? Operation.AMEND
                : Operation.DEFINE;
        List<VerifiedAttestation> attested =
                attestations.verify(transaction, before.state().getValidationPolicy(), input, operation);
        if (isAmending(command)) {
            verifyAmendment(attested, before.state(), definition, command);
        }
        require(
                proposerSigns(before.state(), attested, command.signers()),
                "Neither the issuer nor a registrar had to sign version %d of security %s.",
                definition.getVersion(),
                symbol);
    }

    private static boolean isAmending(OpenedCommand command) {
        return command.value().getClass() == SecurityDefinitionCommand.Announce.class
                || command.value().getClass() == SecurityDefinitionCommand.Complete.class
                || command.value().getClass() == SecurityDefinitionCommand.Withdraw.class;
    }

    // A proof does not reveal the time-window; the attestations are valid as long as it is open, or longer.
    private static void verifyAmendment(
            List<VerifiedAttestation> attested,
            SecurityDefinitionState before,
            SecurityDefinitionState after,
            OpenedCommand command)
            throws ProofRefusedException {
        Attest attestation = attested.get(0).attest();
        try {
            AmendmentRules.verify(
                    before,
                    after,
                    command.value(),
                    command.signers(),
                    TimeWindow.between(attestation.getValidFrom(), attestation.getValidUntil()));
        } catch (IllegalArgumentException broken) {
            throw new ProofRefusedException(
                    "Version " + after.getVersion() + " of security "
                            + after.getTerms().getSymbol() + " breaks a rule of amendments: " + broken.getMessage(),
                    broken);
        }
    }

    private static boolean follows(
            SecurityDefinitionState before, SecurityDefinitionState after, OpenedCommand command) {
        if (command.value().getClass() == SecurityDefinitionCommand.Pause.class) {
            SecurityDefinitionCommand.Pause pause = (SecurityDefinitionCommand.Pause) command.value();
            return before.getStatus() != SecurityStatus.FROZEN
                    && after.equals(before.withPause(pause.getUntil(), pause.getReason()))
                    && command.signers().contains(before.getIssuer().getOwningKey());
        }
        SecurityStatus target = command.value().getClass() == SecurityDefinitionCommand.Freeze.class
                ? SecurityStatus.FROZEN
                : SecurityStatus.ACTIVE;
        return before.getStatus() != target && after.equals(before.withStatus(target, after.getStatusReason()));
    }

    private static boolean proposerSigns(
            SecurityDefinitionState definition, List<VerifiedAttestation> attested, List<PublicKey> signers) {
        if (signers.contains(definition.getIssuer().getOwningKey())) {
            return true;
        }
        for (VerifiedAttestation attestation : attested) {
            for (CommitteeMember member : attestation.committee().getTerms().getMembers()) {
                if (attestation.attest().getAspect() == Aspect.OWNERSHIP
                        && signers.contains(member.getParty().getOwningKey())) {
                    return true;
                }
            }
        }
        return false;
    }
}
