package org.countersign.oracles.validation;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.validation.Refusal;

/**
 * Puts a tear-off into the words of the business. Whose a key is, the authority's own node says. Of a forced movement
 * the receiver is told, and neither the registrar who proposes it nor what is left to the holder.
 */
final class FactsOfTearOff {
    private final ServiceHub services;
    private final Map<PublicKey, Party> parties = new LinkedHashMap<>();

    private FactsOfTearOff(ServiceHub services) {
        this.services = services;
    }

    /**
     * Reads a tear-off.
     *
     * @param services the authority's node
     * @param request the request, fit to be judged
     * @param security the definition that rules
     * @return the facts, without positions
     * @throws InadmissibleException if a key in it is nobody's that this authority knows, or its holdings together are
     *     more than can be counted
     */
    static TransferFacts read(ServiceHub services, AdmissibleRequest request, SecurityDefinitionState security)
            throws InadmissibleException {
        FactsOfTearOff reader = new FactsOfTearOff(services);
        FilteredTransaction tearOff = request.tearOff();
        List<HoldingFact> outputs = reader.outputs(tearOff, security);
        checkCountable(tearOff, security);
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                for (PublicKey signer : command.getSigners()) {
                    reader.party(signer);
                }
            }
        }
        return new TransferFacts(
                        tearOff.getId(),
                        request.attest().getAspect(),
                        request.attest().getOperation(),
                        security,
                        tearOff.getTimeWindow(),
                        request.now(),
                        request.proposer(),
                        reader.distinct(),
                        outputs,
                        request.evidence(),
                        Collections.emptyList())
                .withKeys(reader.parties);
    }

    private List<HoldingFact> outputs(FilteredTransaction tearOff, SecurityDefinitionState security)
            throws InadmissibleException {
        List<HoldingFact> outputs = new ArrayList<>();
        PublicKey deprived = deprived(tearOff);
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof AbstractToken) {
                AbstractToken token = (AbstractToken) output.getData();
                PublicKey key = token.getHolder().getOwningKey();
                if (key.equals(deprived)) {
                    continue;
                }
                Party holder = party(key);
                if (token instanceof FungibleToken && token.getIssuedTokenType().equals(security.tokenType())) {
                    outputs.add(holding(key, holder, (FungibleToken) token));
                }
            }
        }
        return outputs;
    }

    // Whoever adds them up later need not ask again whether they can be.
    private static void checkCountable(FilteredTransaction tearOff, SecurityDefinitionState security)
            throws InadmissibleException {
        BigInteger sum = BigInteger.ZERO;
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof FungibleToken) {
                FungibleToken token = (FungibleToken) output.getData();
                if (token.getIssuedTokenType().equals(security.tokenType())) {
                    sum = sum.add(BigInteger.valueOf(token.getAmount().getQuantity()));
                }
            }
        }
        if (sum.bitLength() >= Long.SIZE) {
            throw new InadmissibleException(
                    Refusal.BAD_REQUEST,
                    "The outputs of the security come to more than the ledger can count, which is " + Long.MAX_VALUE
                            + " of its smallest units.");
        }
    }

    // What an order leaves to a holder it keeps whoever it is; were it judged, nothing could be taken from a stranger.
    private static PublicKey deprived(FilteredTransaction tearOff) {
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof ControlCommand) {
                return ((ControlCommand) command.getValue()).getHolder();
            }
        }
        return null;
    }

    private static HoldingFact holding(PublicKey key, Party holder, FungibleToken token) {
        BigDecimal quantity = Definitions.quantity(token);
        if (!(token instanceof SecurityToken)) {
            return new HoldingFact(key, holder, quantity);
        }
        SecurityToken dated = (SecurityToken) token;
        return new HoldingFact(key, holder, quantity, dated.getIssued(), dated.getAcquired());
    }

    private Party party(PublicKey key) throws InadmissibleException {
        Party party = parties.computeIfAbsent(key, unknown -> WellKnown.of(services, unknown));
        if (party == null) {
            throw new InadmissibleException(
                    Refusal.BAD_REQUEST, "A party of the transaction is not known to this authority.");
        }
        return party;
    }

    // One party may hold by several keys.
    private List<Party> distinct() {
        List<Party> distinct = new ArrayList<>();
        for (Party party : parties.values()) {
            if (!distinct.contains(party)) {
                distinct.add(party);
            }
        }
        return distinct;
    }
}
