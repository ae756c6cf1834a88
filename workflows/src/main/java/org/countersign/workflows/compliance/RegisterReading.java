package org.countersign.workflows.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.workflows.register.HoldersRegister;

/** Answers questions for compliance from the registers that this node keeps. Who may ask is not looked at here. */
public final class RegisterReading {
    private final ServiceHub services;
    private final HoldersRegister register;

    /**
     * For a node.
     *
     * @param services the node's services
     */
    public RegisterReading(ServiceHub services) {
        this.services = services;
        this.register = new HoldersRegister(services);
    }

    /**
     * Answers a question.
     *
     * @param question about a security whose register this node keeps
     * @return what the register shows
     */
    public RegisterTold answer(RegisterQuestion question) {
        SecureHash security = SecureHash.create(question.getSecurity().getExternalId());
        Map<PublicKey, Long> balances = register.balances(security);
        long outstanding = 0;
        int others = 0;
        Set<PublicKey> asked = new HashSet<>(question.getKeys());
        for (Map.Entry<PublicKey, Long> balance : balances.entrySet()) {
            outstanding = Math.addExact(outstanding, balance.getValue());
            others += asked.contains(balance.getKey()) ? 0 : 1;
        }
        List<Long> held = new ArrayList<>();
        question.getKeys().forEach(key -> held.add(balances.getOrDefault(key, 0L)));
        return new RegisterTold(outstanding, lots(question, security), held, others, disposed(question, security));
    }

    private List<RegisteredLot> lots(RegisterQuestion question, SecureHash security) {
        List<RegisteredLot> lots = new ArrayList<>();
        for (RegisterLine line : register.standingLines(new LinkedHashSet<>(question.getInputs()))) {
            if (line.getSecurity().equals(security)) {
                SecurityToken token = (SecurityToken) services.getValidatedTransactions()
                        .getTransaction(line.getHolding().getTxhash())
                        .getTx()
                        .getOutputs()
                        .get(line.getHolding().getIndex())
                        .getData();
                lots.add(new RegisteredLot(
                        line.getHolder(), line.getQuantity(), token.getIssued(), token.getAcquired()));
            }
        }
        return lots;
    }

    private List<Long> disposed(RegisterQuestion question, SecureHash security) {
        List<Long> disposed = new ArrayList<>();
        if (question.getSince().isEmpty()) {
            return disposed;
        }
        for (PublicKey disposer : question.getDisposers()) {
            for (Instant since : question.getSince()) {
                disposed.add(register.disposedOf(security, disposer, since));
            }
        }
        return disposed;
    }
}
