package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.FlowException;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WorkflowException;

/** Turns decimals that people write into ledger amounts, without ever rounding. */
final class Quantities {
    // More than any currency or security has. A token can carry any number, and a decimal with as many digits as a
    // stranger's token says would fill the memory of whoever prints it or adds it up.
    private static final int MOST_FRACTION_DIGITS = 18;

    private Quantities() {}

    /** An amount of a security, positive and with no more decimals than the security has. */
    static Amount<IssuedTokenType> of(SecurityDefinitionState definition, BigDecimal quantity) throws FlowException {
        int digits = definition.getTerms().getFractionDigits();
        String symbol = definition.getTerms().getSymbol();
        // Asked before the figure is printed or computed with: a huge exponent would fill the node's memory.
        if (Math.abs((long) quantity.scale()) > 40 || quantity.unscaledValue().bitLength() > 160) {
            throw new WorkflowException(
                    "The quantity of " + symbol + " has more digits than the ledger can count.",
                    "Give a smaller quantity with fewer decimals.");
        }
        if (quantity.signum() <= 0) {
            throw new WorkflowException(
                    "The quantity " + quantity.toPlainString() + " of " + symbol + " is not more than zero.",
                    "Give a positive quantity.");
        }
        if (quantity.stripTrailingZeros().scale() > digits) {
            throw new WorkflowException(
                    "The quantity " + quantity.toPlainString() + " has more decimals than the " + digits + " of "
                            + symbol + ".",
                    "Give at most " + digits + " decimals.");
        }
        BigDecimal smallest = quantity.scaleByPowerOfTen(digits);
        if (smallest.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new WorkflowException(
                    "The quantity " + quantity.toPlainString() + " of " + symbol
                            + " exceeds what the ledger can count.",
                    "Give a smaller quantity.");
        }
        return Amount.fromDecimal(quantity, definition.tokenType());
    }

    /** A part of an amount's smallest units, in the same token. */
    static <T> Amount<T> units(long units, Amount<T> like) {
        return new Amount<>(units, like.getDisplayTokenSize(), like.getToken());
    }

    /** A payment: positive, and in units that can be counted. */
    static void checkPayment(Amount<TokenType> price) throws FlowException {
        checkUnits(price);
        if (price.getQuantity() <= 0) {
            throw new WorkflowException(
                    "The payment " + price.toDecimal().toPlainString() + " is not more than zero.",
                    "Give a positive payment, or none for a transfer free of payment.");
        }
    }

    /**
     * Refuses an amount that came from somebody else and counts in other units than its token, or in units that nobody
     * can write out. What such an amount says in decimals is not what it moves, and asking it for decimals can take a
     * node's memory; so this comes before anything else is done with it.
     */
    static void checkUnits(Amount<? extends TokenType> amount) throws ProposalRefusedException {
        if (!countsInUnits(amount)) {
            throw new ProposalRefusedException("An amount of " + amount.getQuantity() + " counts in units of "
                    + amount.getDisplayTokenSize() + ", its token in units of "
                    + amount.getToken().getDisplayTokenSize() + ".");
        }
    }

    /** Whether quantities of a token can be written out. */
    static boolean isCountable(TokenType token) {
        return token.getFractionDigits() >= 0 && token.getFractionDigits() <= MOST_FRACTION_DIGITS;
    }

    static boolean countsInUnits(Amount<? extends TokenType> amount) {
        return isCountable(amount.getToken())
                && amount.getDisplayTokenSize().compareTo(amount.getToken().getDisplayTokenSize()) == 0;
    }
}
