package org.countersign.workflows.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComplianceQuestionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PublicKey ANN =
            Crypto.deriveKeyPairFromEntropy(BigInteger.ONE).getPublic();
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static List<ProposedLot> lots(BigDecimal... quantities) {
        List<ProposedLot> lots = new ArrayList<>();
        for (BigDecimal quantity : quantities) {
            lots.add(new ProposedLot(ANN, quantity, NOW, NOW));
        }
        return lots;
    }

    private static boolean isSound(
            Operation operation, List<ProposedLot> surrendered, List<ProposedLot> received, int fractionDigits) {
        return new ComplianceQuestion(
                        new UniqueIdentifier(),
                        new StateRef(SecureHash.zeroHash, 0),
                        operation,
                        surrendered,
                        received,
                        NOW,
                        NOW.plusSeconds(60))
                .isSound(fractionDigits);
    }

    private static boolean canBeIssued(int fractionDigits, BigDecimal... quantities) {
        return isSound(Operation.ISSUE, Collections.emptyList(), lots(quantities), fractionDigits);
    }

    @Test
    @DisplayName("As much as the ledger can count can be asked about, in all and in smallest units, and no more")
    void countable() {
        assertThat(canBeIssued(0, MOST)).isTrue();
        assertThat(canBeIssued(0, MOST.add(BigDecimal.ONE))).isFalse();
        assertThat(canBeIssued(0, MOST.subtract(BigDecimal.ONE), BigDecimal.ONE))
                .isTrue();
        assertThat(canBeIssued(0, MOST, BigDecimal.ONE)).isFalse();
        assertThat(canBeIssued(2, MOST.scaleByPowerOfTen(-2))).isTrue();
        assertThat(canBeIssued(2, MOST)).isFalse();
        assertThat(canBeIssued(0, new BigDecimal("1E+40"))).isFalse();
    }

    @Test
    @DisplayName("What would end is bounded like what would begin")
    void surrenderedToo() {
        assertThat(isSound(Operation.TRANSFER, lots(MOST), lots(MOST), 0)).isTrue();
        assertThat(isSound(Operation.TRANSFER, lots(MOST, MOST), lots(MOST, MOST), 0))
                .isFalse();
        assertThat(isSound(Operation.REDEEM, lots(MOST, MOST), lots(BigDecimal.ONE), 0))
                .isFalse();
        assertThat(isSound(Operation.REDEEM, lots(MOST), lots(BigDecimal.ONE), 0))
                .isTrue();
    }

    @Test
    @DisplayName("Nothing, less than nothing and parts of the smallest unit are no quantities")
    void quantities() {
        assertThat(canBeIssued(0, BigDecimal.ZERO)).isFalse();
        assertThat(canBeIssued(0, BigDecimal.ONE.negate())).isFalse();
        assertThat(canBeIssued(2, new BigDecimal("0.01"))).isTrue();
        assertThat(canBeIssued(2, new BigDecimal("0.001"))).isFalse();
    }
}
