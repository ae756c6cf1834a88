package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.ownership.RegisterLine;

/**
 * Writes the register of one security anew from this node's ledger, where the two differ. The result is the number of
 * lines that were written or taken out.
 *
 * <p>Unattended it only fills a register that has no line yet, as after the installation on a node that has recorded
 * transactions before: a line that was tampered with is evidence, and stays until somebody asks for it to be mended.
 */
final class RestoreRegister implements FlowExternalOperation<Integer> {
    private final RegisterService service;
    private final SecureHash security;
    private final boolean onlyIfEmpty;

    RestoreRegister(ServiceHub services, SecureHash security, boolean onlyIfEmpty) {
        this.service = services.cordaService(RegisterService.class);
        this.security = security;
        this.onlyIfEmpty = onlyIfEmpty;
    }

    @Override
    public Integer execute(String deduplicationId) {
        return service.transaction(this::restore);
    }

    private int restore() {
        RegisterTable table = service.register().table();
        Map<StateRef, RegisterLine> kept = new HashMap<>();
        try {
            // Before the ledger is read: what becomes final in between is then written twice alike, and never lost.
            table.lines(security).forEach(line -> kept.put(line.getHolding(), line));
        } catch (RegisterException unreadable) {
            if (onlyIfEmpty) {
                return 0;
            }
            table.removeAll(security);
        }
        if (onlyIfEmpty && !kept.isEmpty()) {
            return 0;
        }
        List<RegisterLine> wrong = new ArrayList<>();
        for (RegisterLine line : HoldersRegister.rebuild(
                        service.register().readLedger(Collections.singleton(security)), security)
                .getLines()) {
            if (!line.equals(kept.remove(line.getHolding()))) {
                wrong.add(line);
            }
        }
        table.save(wrong);
        kept.values().forEach(table::remove);
        return wrong.size() + kept.size();
    }
}
