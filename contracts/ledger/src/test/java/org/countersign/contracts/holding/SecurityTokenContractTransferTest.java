package org.countersign.contracts.holding;

import org.countersign.contracts.LedgerTest;
import org.junit.jupiter.api.Test;

class SecurityTokenContractTransferTest extends LedgerTest {
    @Test
    void aTransferThatKeepsAllRulesIsAccepted() {
        accepted(Holdings.transfer());
    }
}
