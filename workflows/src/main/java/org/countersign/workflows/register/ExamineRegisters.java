package org.countersign.workflows.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowExternalOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.ownership.RegisterEntry;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.contracts.ownership.SecurityRegister;

/**
 * Rebuilds registers from this node's ledger and compares them with what is kept, line by line. Changes nothing. Runs
 * beside the flows, which a long ledger would hold up.
 */
final class ExamineRegisters implements FlowExternalOperation<List<RegisterExamination>> {
    private final RegisterService service;
    private final Map<SecureHash, String> symbols = new LinkedHashMap<>();

    ExamineRegisters(ServiceHub services, List<SecurityDefinitionState> securities) {
        this.service = services.cordaService(RegisterService.class);
        securities.forEach(security -> symbols.put(
                RegisterSeats.digestOf(security), security.getTerms().getSymbol()));
    }

    @Override
    public List<RegisterExamination> execute(String deduplicationId) {
        return service.transaction(() -> {
            List<RegisterExamination> examinations = new ArrayList<>();
            // The lines before the ledger: what becomes final between the two is then no line that nobody made.
            Map<SecureHash, List<RegisterLine>> kept = new LinkedHashMap<>();
            Map<SecureHash, String> unreadable = new LinkedHashMap<>();
            for (SecureHash security : symbols.keySet()) {
                try {
                    kept.put(security, service.register().lines(security));
                } catch (RegisterException broken) {
                    kept.put(security, Collections.emptyList());
                    unreadable.put(security, broken.getMessage());
                }
            }
            Map<SecureHash, List<RegisterEntry>> ledger = service.register().readLedger(symbols.keySet());
            symbols.forEach((security, symbol) -> {
                List<RegisterLine> lines = kept.get(security);
                String difference = unreadable.containsKey(security)
                        ? unreadable.get(security)
                        : difference(lines, ledger, security);
                examinations.add(new RegisterExamination(symbol, SecurityRegister.rootsOf(lines), difference));
            });
            return examinations;
        });
    }

    private static String difference(
            List<RegisterLine> kept, Map<SecureHash, List<RegisterEntry>> ledger, SecureHash security) {
        try {
            SecurityRegister rebuilt = HoldersRegister.rebuild(ledger, security);
            String difference = SecurityRegister.difference(kept, rebuilt.getLines());
            BigInteger outstanding = rebuilt.getIssued().subtract(rebuilt.getRedeemed());
            BigInteger standing = SecurityRegister.sum(kept);
            if (difference == null && !outstanding.equals(standing)) {
                return "The register adds up to " + standing + " smallest units, issues less redemptions to "
                        + outstanding + ".";
            }
            return difference;
        } catch (RegisterException broken) {
            return "The ledger that is recorded here makes no register: " + broken.getMessage();
        }
    }
}
