package org.countersign.client.cli.control;

import java.math.BigDecimal;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.FreezeLine;
import org.countersign.workflows.control.ListFreezesFlow;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the measures have in common: the same words either affirm one, with {@code --affirm}, or have it carried out, so
 * that those who affirm can repeat what will be done.
 */
public abstract class MeasureCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Mixin
    private OrderOptions order;

    @Option(names = "--affirm")
    private boolean affirm;

    /** What was ordered, as far as it can be said without a node. */
    abstract Measure measure(Network chosen);

    @Override
    protected final LedgerWork prepare(Network chosen) {
        ControlOrder given = order.order();
        Measure measure = measure(chosen);
        return ledger -> {
            SecurityDefinitionState security = ledger.run(FindSecurityFlow.class, symbol);
            ControlCommand command = measure.on(ledger, security, given);
            return affirm ? affirmed(ledger, command) : taken(ledger, command);
        };
    }

    private Answer affirmed(Ledger ledger, ControlCommand command) {
        Object digest = ledger.run(AffirmMeasureFlow.class, command);
        return Answer.of(
                document(command).with("measure", digest),
                "Affirmed measure " + digest.toString().substring(0, 16) + ": " + command.operation() + " of " + symbol
                        + ".",
                "This registrar votes for it once, when it is carried out in the same words.");
    }

    private Answer taken(Ledger ledger, ControlCommand command) {
        return Receipts.answer(
                ledger,
                ledger.run(TakeMeasureFlow.Initiator.class, command),
                "Carried out " + command.operation() + " of " + symbol + ".",
                document(command).with("measure", command.digest()));
    }

    private Fields document(ControlCommand command) {
        return OrderOptions.document(
                command.getOrder(),
                new Fields()
                        .with("security", symbol)
                        .with("measureKind", command.operation().name())
                        .with("holder", Key.written(command.getHolder())));
    }

    /** A quantity in the security's smallest units. */
    static long units(SecurityDefinitionState security, BigDecimal quantity) {
        try {
            return quantity.scaleByPowerOfTen(security.getTerms().getFractionDigits())
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new Failure(
                    FailureCode.AMOUNT_WRONG,
                    "The quantity " + quantity.toPlainString() + " cannot be counted in "
                            + security.getTerms().getSymbol() + ".",
                    "Give at most " + security.getTerms().getFractionDigits() + " decimals.",
                    e);
        }
    }

    /** What was ordered, to be said in the ledger's terms. */
    @FunctionalInterface
    interface Measure {
        /** The command, with keys and units that only a node knows. */
        ControlCommand on(Ledger ledger, SecurityDefinitionState security, ControlOrder order);
    }

    /** {@code control freeze-holder}: what a holder holds stays with it, wholly or in part. */
    @Command(name = "freeze-holder")
    public static final class Freeze extends MeasureCommand {
        @Option(names = "--holder", required = true)
        private String holder;

        @Option(names = "--quantity")
        private String quantity;

        @Override
        Measure measure(Network chosen) {
            Key key = Key.parse(chosen, holder);
            BigDecimal part = quantity == null ? BigDecimal.ZERO : Quantity.parse(quantity);
            return (ledger, security, order) ->
                    new ControlCommand.Freeze(security.getLinearId(), key.on(ledger), units(security, part), order);
        }
    }

    /** {@code control release-holder}: a freeze ends. */
    @Command(name = "release-holder")
    public static final class Release extends MeasureCommand {
        @Option(names = "--freeze", required = true)
        private String freeze;

        @Override
        Measure measure(Network chosen) {
            return (ledger, security, order) -> {
                FreezeLine standing = ledger.run(ListFreezesFlow.class).stream()
                        .filter(line -> line.getFreeze().getId().toString().equals(freeze)
                                && line.getSymbol().equals(security.getTerms().getSymbol()))
                        .findFirst()
                        .orElseThrow(() -> new Failure(
                                FailureCode.ARGUMENT_WRONG,
                                "No freeze '" + freeze + "' of "
                                        + security.getTerms().getSymbol() + " stands.",
                                "'control list' shows those that stand, with their ids."));
                UniqueIdentifier id = standing.getFreeze();
                return new ControlCommand.Release(security.getLinearId(), standing.getHolderKey(), id, order);
            };
        }
    }

    /** {@code control force-transfer}: a quantity passes to a receiver without its holder's signature. */
    @Command(name = "force-transfer")
    public static final class ForceTransfer extends MeasureCommand {
        @Parameters(index = "1", paramLabel = "QUANTITY")
        private String quantity;

        @Option(names = "--from", required = true)
        private String from;

        @Option(names = "--to", required = true)
        private String to;

        @Override
        Measure measure(Network chosen) {
            Key holder = Key.parse(chosen, from);
            Key receiver = Key.parse(chosen, to);
            BigDecimal ordered = Quantity.parse(quantity);
            return (ledger, security, order) -> new ControlCommand.ForceTransfer(
                    security.getLinearId(), holder.on(ledger), receiver.on(ledger), units(security, ordered), order);
        }
    }

    /** {@code control force-redeem}: a quantity ends without its holder's signature. */
    @Command(name = "force-redeem")
    public static final class ForceRedeem extends MeasureCommand {
        @Parameters(index = "1", paramLabel = "QUANTITY")
        private String quantity;

        @Option(names = "--from", required = true)
        private String from;

        @Override
        Measure measure(Network chosen) {
            Key holder = Key.parse(chosen, from);
            BigDecimal ordered = Quantity.parse(quantity);
            return (ledger, security, order) -> new ControlCommand.ForceRedeem(
                    security.getLinearId(), holder.on(ledger), units(security, ordered), order);
        }
    }

    /** {@code control recover}: all that a lost key holds passes to another key of the same holder. */
    @Command(name = "recover")
    public static final class Recover extends MeasureCommand {
        @Option(names = "--lost-key", required = true)
        private String lostKey;

        @Option(names = "--new-key", required = true)
        private String newKey;

        @Override
        Measure measure(Network chosen) {
            Key lost = Key.parse(chosen, lostKey);
            Key fresh = Key.parse(chosen, newKey);
            return (ledger, security, order) ->
                    new ControlCommand.Recover(security.getLinearId(), lost.on(ledger), fresh.on(ledger), order);
        }
    }
}
