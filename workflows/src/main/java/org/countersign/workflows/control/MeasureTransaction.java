package org.countersign.workflows.control;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.AttestedTransaction;

/** Builds the transaction of a measure. It is no flow, so that it can be used and tested without one. */
final class MeasureTransaction {
    private final ServiceHub services;
    private final StateAndRef<SecurityDefinitionState> definition;
    private final SecurityDefinitionState security;

    MeasureTransaction(ServiceHub services, StateAndRef<SecurityDefinitionState> definition) {
        this.services = services;
        this.definition = definition;
        this.security = definition.getState().getData();
    }

    /** The transaction of a measure whose command these keys sign. */
    TransactionBuilder of(ControlCommand measure, List<PublicKey> signers) throws FlowException {
        TransactionBuilder builder = AttestedTransaction.start(
                        services,
                        definition.getState().getNotary(),
                        security.getValidationPolicy(),
                        definition.getRef(),
                        measure.operation())
                .addCommand(measure, signers);
        if (measure instanceof ControlCommand.Freeze) {
            freeze(builder, (ControlCommand.Freeze) measure);
        } else if (measure instanceof ControlCommand.Release) {
            release(builder, (ControlCommand.Release) measure);
        } else if (measure instanceof ControlCommand.ForceTransfer) {
            ControlCommand.ForceTransfer transfer = (ControlCommand.ForceTransfer) measure;
            List<StateAndRef<SecurityToken>> taken = take(builder, measure.getHolder(), transfer.getQuantity());
            Instant until = AttestedTransaction.until(builder);
            give(
                    builder,
                    transfer.getReceiver(),
                    transfer.getQuantity(),
                    latest(taken, SecurityToken::getIssued, until),
                    until);
            leave(builder, measure.getHolder(), sum(taken) - transfer.getQuantity(), taken);
        } else if (measure instanceof ControlCommand.ForceRedeem) {
            long quantity = ((ControlCommand.ForceRedeem) measure).getQuantity();
            List<StateAndRef<SecurityToken>> taken = take(builder, measure.getHolder(), quantity);
            leave(builder, measure.getHolder(), sum(taken) - quantity, taken);
        } else {
            recover(builder, (ControlCommand.Recover) measure);
        }
        return builder;
    }

    private void freeze(TransactionBuilder builder, ControlCommand.Freeze measure) throws FlowException {
        List<Party> registrars =
                MeasureSubject.of(services, definition).getRegistrars().getTerms().getMembers().stream()
                        .map(CommitteeMember::getParty)
                        .collect(Collectors.toList());
        builder.addReferenceState(new ReferencedStateAndRef<>(definition))
                .addOutputState(HoldingFreezeState.of(measure, registrars));
    }

    private void release(TransactionBuilder builder, ControlCommand.Release measure) throws FlowException {
        StateAndRef<HoldingFreezeState> freeze = StandingFreezes.of(services)
                .byId(measure.getFreeze())
                .orElseThrow(() -> new WorkflowException(
                        "No freeze " + measure.getFreeze().getId() + " stands here.",
                        "List the freezes, and name one that stands."));
        builder.addReferenceState(new ReferencedStateAndRef<>(definition)).addInputState(freeze);
    }

    private void recover(TransactionBuilder builder, ControlCommand.Recover measure) throws FlowException {
        StateAndRef<HoldingFreezeState> lost = StandingFreezes.of(services)
                .ofLostKey(measure.getSecurity(), measure.getHolder())
                .orElseThrow(() -> new WorkflowException(
                        "The old key is not frozen as lost.",
                        "Report the loss to a registrar, and propose the recovery when the key is frozen."));
        KeyHoldings held = KeyHoldings.of(services, definition, measure.getHolder());
        String elsewhere = held.elsewhere();
        if (!elsewhere.isEmpty()) {
            throw new WorkflowException(
                    "A recovery moves all that the old key holds, of which " + elsewhere + " cannot move.",
                    "Nothing moved; only the old key's signature changes their notary back to " + notary() + ".");
        }
        List<StateAndRef<SecurityToken>> all = held.atNotary();
        if (all.isEmpty()) {
            throw new WorkflowException("The old key holds nothing of it.", "There is nothing to recover.");
        }
        all.forEach(builder::addInputState);
        builder.addReferenceState(new ReferencedStateAndRef<>(lost));
        leave(builder, measure.getReceiver(), sum(all), all);
    }

    /** Adds holdings of a holder that cover a quantity, the largest first, and answers which. */
    private List<StateAndRef<SecurityToken>> take(TransactionBuilder builder, PublicKey holder, long quantity)
            throws FlowException {
        List<StateAndRef<SecurityToken>> taken = new ArrayList<>();
        BigInteger open = BigInteger.valueOf(quantity);
        KeyHoldings held = KeyHoldings.of(services, definition, holder);
        for (StateAndRef<SecurityToken> holding : held.atNotary()) {
            if (open.signum() > 0) {
                builder.addInputState(holding);
                taken.add(holding);
                open = open.subtract(KeyHoldings.units(holding));
            }
        }
        if (open.signum() > 0) {
            throw tooLittle(open, held.elsewhere());
        }
        return taken;
    }

    private WorkflowException tooLittle(BigInteger open, String elsewhere) {
        String lacking = "The holder has " + open + " smallest units of "
                + security.getTerms().getSymbol() + " less than is ordered";
        return elsewhere.isEmpty()
                ? new WorkflowException(
                        lacking + ".",
                        "Nothing moved; order at most what is held, or wait until this node knows of all of it.")
                : new WorkflowException(
                        lacking + " at the notary " + notary() + "; it has " + elsewhere + ".",
                        "Nothing moved; have the holder move them to " + notary()
                                + " by a change of notary first, and take the measure again.");
    }

    private String notary() {
        return definition.getState().getNotary().getName().getOrganisation();
    }

    private static long sum(List<StateAndRef<SecurityToken>> holdings) {
        return holdings.stream()
                .map(KeyHoldings::units)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
    }

    /** What stays with a person: one holding, as young as the youngest that it comes from. */
    private void leave(
            TransactionBuilder builder, PublicKey key, long quantity, List<StateAndRef<SecurityToken>> lots) {
        Instant until = AttestedTransaction.until(builder);
        give(
                builder,
                key,
                quantity,
                latest(lots, SecurityToken::getIssued, until),
                latest(lots, SecurityToken::getAcquired, until));
    }

    // What has no dates is of before there were any, and counts as new.
    private static Instant latest(
            List<StateAndRef<SecurityToken>> lots, Function<SecurityToken, Instant> date, Instant undated) {
        return lots.stream()
                .map(lot -> date.apply(lot.getState().getData()))
                .map(found -> found == null ? undated : found)
                .max(Instant::compareTo)
                .orElse(undated);
    }

    private void give(TransactionBuilder builder, PublicKey key, long quantity, Instant issued, Instant acquired) {
        if (quantity > 0) {
            Party named = WellKnown.of(services, key);
            AbstractParty holder = named != null && named.getOwningKey().equals(key) ? named : new AnonymousParty(key);
            builder.addOutputState(
                    new SecurityToken(new Amount<>(quantity, security.tokenType()), holder, issued, acquired));
        }
    }
}
