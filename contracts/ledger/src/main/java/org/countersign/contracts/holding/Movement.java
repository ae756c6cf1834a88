package org.countersign.contracts.holding;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.compliance.Lot;

/** What a transaction does with one security: the holdings it consumes and makes, and its token commands. */
final class Movement {
    private final List<SecurityToken> inputs = new ArrayList<>();
    private final List<SecurityToken> outputs = new ArrayList<>();
    private final List<CommandWithParties<?>> commands = new ArrayList<>();

    private Movement() {}

    /** The movements of a transaction by the security's token type, each with the commands that name the type. */
    static Map<IssuedTokenType, Movement> of(LedgerTransaction tx) {
        Map<IssuedTokenType, Movement> movements = new LinkedHashMap<>();
        for (SecurityToken token : tx.inputsOfType(SecurityToken.class)) {
            of(token, movements).inputs.add(token);
        }
        for (SecurityToken token : tx.outputsOfType(SecurityToken.class)) {
            of(token, movements).outputs.add(token);
        }
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                Movement movement = movements.get(((TokenCommand) command.getValue()).getToken());
                if (movement != null) {
                    movement.commands.add(command);
                }
            }
        }
        return movements;
    }

    private static Movement of(SecurityToken token, Map<IssuedTokenType, Movement> movements) {
        return movements.computeIfAbsent(token.getIssuedTokenType(), type -> new Movement());
    }

    List<SecurityToken> outputs() {
        return Collections.unmodifiableList(outputs);
    }

    List<CommandWithParties<?>> commands() {
        return Collections.unmodifiableList(commands);
    }

    /** The keys that hold the security before or after. */
    Set<Object> holders() {
        return Stream.concat(inputs.stream(), outputs.stream())
                .map(token -> token.getHolder().getOwningKey())
                .collect(Collectors.toSet());
    }

    /** Every mention of the security's type; equal ones may still differ in what the SDK's equality leaves out. */
    List<IssuedTokenType> types() {
        return Stream.concat(
                        Stream.concat(inputs.stream(), outputs.stream()).map(SecurityToken::getIssuedTokenType),
                        commands.stream().map(command -> ((TokenCommand) command.getValue()).getToken()))
                .collect(Collectors.toList());
    }

    /** What is consumed, as rules see it; what has no dates counts as new. */
    List<Lot> surrendered(int fractionDigits, Instant until) {
        return lots(inputs, fractionDigits, until);
    }

    /** What is made, as rules see it. */
    List<Lot> received(int fractionDigits, Instant until) {
        return lots(outputs, fractionDigits, until);
    }

    static List<Lot> lots(List<SecurityToken> tokens, int fractionDigits, Instant undated) {
        List<Lot> lots = new ArrayList<>();
        for (SecurityToken token : tokens) {
            lots.add(new Lot(
                    token.getHolder().getOwningKey(),
                    BigDecimal.valueOf(token.getAmount().getQuantity(), fractionDigits),
                    token.getIssued() == null ? undated : token.getIssued(),
                    token.getAcquired() == null ? undated : token.getAcquired()));
        }
        return lots;
    }

    /** How many units are held after the transaction. */
    BigDecimal quantityAfter(int fractionDigits) {
        return outputs.stream()
                .map(token -> BigDecimal.valueOf(token.getAmount().getQuantity(), fractionDigits))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
