package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TransactionView;
import org.junit.jupiter.api.Test;

/** A network with its own trust root lives beyond the day on which Corda's development certificates end. */
class FutureClockIT {
    /** The last day of the certificates that come with Corda 4.10. */
    private static final Instant END_OF_DEVELOPMENT_CERTIFICATES = Instant.parse("2027-05-20T23:59:59Z");

    private static final Duration BEYOND = Duration.ofDays(60);

    @Test
    void anIssueAndATransferWorkAfterTheEndOfTheDevelopmentCertificates() throws Exception {
        ShiftedClock clock = ShiftedClock.ofThisMachine();
        try (SystemNetwork network = new SystemNetwork("src/test/topologies/future-test.conf").upFresh()) {
            network.down();
            network.up(clock.by(shift()));

            network.register("FUTURE", "1000");
            network.issue("FUTURE", "100", "dealer-a");
            SystemNetwork.await(
                    "the dealer holds what was issued",
                    () -> network.held("dealer-a", "FUTURE").compareTo(new BigDecimal("100")) == 0);
            TransactionReceipt moved = network.transfer("dealer-a", "FUTURE", "40", "issuer-bank");
            SystemNetwork.await(
                    "the bank holds what was transferred",
                    () -> network.held("issuer-bank", "FUTURE").compareTo(new BigDecimal("40")) == 0);

            TransactionView view = network.run("dealer-a", ShowTransactionFlow.class, moved.getTransactionId());
            assertThat(view.getWindowFrom()).isAfter(END_OF_DEVELOPMENT_CERTIFICATES);
        }
    }

    private static Duration shift() {
        return Duration.between(Instant.now(), END_OF_DEVELOPMENT_CERTIFICATES).plus(BEYOND);
    }
}
