package org.countersign.workflows.position;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.register.HoldersRegister;

/**
 * Reads positions from the registers that this node keeps. Several keys of one institution count together, and so do
 * those of a custodian's clients, which are the custodian's to the registrar.
 */
public final class RegisterPositions {
    private final ServiceHub services;
    private final HoldersRegister register;

    /**
     * For a node.
     *
     * @param services the node's services
     */
    public RegisterPositions(ServiceHub services) {
        this.services = services;
        this.register = new HoldersRegister(services);
    }

    /**
     * Answers a question. Who may ask it is not looked at here.
     *
     * @param query about securities whose registers this node keeps
     * @return what the registers show
     */
    public PositionAnswer answer(PositionQuery query) {
        Map<SecureHash, Map<Party, Long>> inputs = new LinkedHashMap<>();
        for (RegisterLine line : register.standingLines(new LinkedHashSet<>(query.getInputs()))) {
            Party holder = WellKnown.of(services, line.getHolder());
            if (holder != null) {
                inputs.computeIfAbsent(line.getSecurity(), first -> new LinkedHashMap<>())
                        .merge(holder, line.getQuantity(), Math::addExact);
            }
        }
        List<SecurityPositions> securities = new ArrayList<>();
        for (UniqueIdentifier security : query.getSecurities()) {
            SecureHash digest = SecureHash.create(security.getExternalId());
            securities.add(positions(
                    security,
                    register.balances(digest),
                    inputs.getOrDefault(digest, new LinkedHashMap<>()),
                    query.getHolders()));
        }
        return new PositionAnswer(securities);
    }

    private SecurityPositions positions(
            UniqueIdentifier security, Map<PublicKey, Long> balances, Map<Party, Long> inputs, List<Party> holders) {
        Map<Party, Long> held = new LinkedHashMap<>();
        long outstanding = 0;
        for (Map.Entry<PublicKey, Long> balance : balances.entrySet()) {
            outstanding = Math.addExact(outstanding, balance.getValue());
            Party holder = WellKnown.of(services, balance.getKey());
            if (holder != null && holders.contains(holder)) {
                held.merge(holder, balance.getValue(), Math::addExact);
            }
        }
        List<HeldQuantity> quantities = new ArrayList<>();
        held.forEach((holder, quantity) ->
                quantities.add(new HeldQuantity(holder, quantity, inputs.getOrDefault(holder, 0L))));
        return new SecurityPositions(security, outstanding, quantities);
    }
}
