package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.RegisterView.Holder;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registers that registrars and regulators keep while they record transactions. */
@ExtendWith(AttackNetwork.class)
class RegisterTest {
    private static RegisterView show(CordaX500Name member, String symbol) {
        return network().run(member, new ShowRegisterFlow(symbol));
    }

    private static List<CordaX500Name> keepers() {
        List<CordaX500Name> keepers = new ArrayList<>(AUTHORITIES);
        keepers.add(REGULATOR);
        return keepers;
    }

    private static TransactionReceipt recordedByKeepers(TransactionReceipt receipt) {
        return network().recorded(receipt, keepers().toArray(new CordaX500Name[0]));
    }

    @Test
    @DisplayName("All registrars and the regulator keep the same register through issue, transfer and redemption")
    void allKeepTheSameRegister() {
        given("CAPTABLE", "500", DEALER_A);
        TransactionReceipt moved =
                network().recorded(network().transfer(DEALER_A, "CAPTABLE", "200", DEALER_B), DEALER_B);
        recordedByKeepers(network().redeem(DEALER_B, "CAPTABLE", "50"));
        for (CordaX500Name keeper : keepers()) {
            RegisterView view = show(keeper, "CAPTABLE");
            assertThat(view.getRoots())
                    .isEqualTo(show(AUTHORITIES.get(0), "CAPTABLE").getRoots());
            assertThat(view.getOutstanding()).isEqualByComparingTo("450");
            assertThat(view.getHolders().stream().map(Holder::getName).collect(Collectors.toList()))
                    .containsExactly(DEALER_A, DEALER_B);
            assertThat(view.getPage()).isEqualTo(1);
            assertThat(view.pages()).isEqualTo(1);
            assertThat(view.getHolders().get(0).getQuantity()).isEqualByComparingTo("300");
            assertThat(view.getHolders().get(0).getHoldings())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line.getReference().getTxhash()).isEqualTo(moved.getTransactionId()));
        }
    }

    @Test
    @DisplayName("A page that a register does not have is refused")
    void aPageThatIsNotThereIsRefused() {
        given("PAGED", "500", DEALER_A);
        for (int page : new int[] {Integer.MIN_VALUE, 0, 2, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> network().run(AUTHORITIES.get(0), new ShowRegisterFlow("PAGED", page)))
                    .hasMessageContaining("The register of PAGED has no page " + page + ".")
                    .hasMessageContaining("Ask for one from 1 to 1.");
        }
    }

    @Test
    @DisplayName("What is redeemed without a remainder ends in the register of all")
    void aFullRedemptionEndsTheHolding() {
        given("REDEEMED", "500", DEALER_A);
        recordedByKeepers(network().redeem(DEALER_A, "REDEEMED", "500"));
        for (CordaX500Name keeper : keepers()) {
            RegisterView view = show(keeper, "REDEEMED");
            assertThat(view.getOutstanding()).isZero();
            assertThat(view.getHolders()).isEmpty();
            assertThat(view.getRoots().getLines()).isEqualTo(1);
            assertThat(view.getRoots())
                    .isEqualTo(show(AUTHORITIES.get(0), "REDEEMED").getRoots());
        }
    }

    @Test
    @DisplayName("A holder's key is kept unless it is longer than any that is used")
    void keysOfAnyUseAreKept() {
        CompositeKey.Builder builder = new CompositeKey.Builder();
        for (int seed = 1; seed <= 100; seed++) {
            PublicKey member =
                    Crypto.deriveKeyPairFromEntropy(BigInteger.valueOf(seed)).getPublic();
            builder.addKey(member, 1);
            assertThat(HoldersRegister.canKeep(member)).isTrue();
            if (seed == 30) {
                assertThat(HoldersRegister.canKeep(builder.build(seed))).isTrue();
            }
        }
        assertThat(HoldersRegister.canKeep(builder.build(100))).isFalse();
    }

    @Test
    @DisplayName("A dealer and the issuer keep no register and show none")
    void othersKeepNoRegister() {
        given("NOTSHOWN", "5", DEALER_A);
        for (CordaX500Name member : java.util.Arrays.asList(DEALER_A, ISSUER)) {
            assertThatThrownBy(() -> show(member, "NOTSHOWN")).hasMessageContaining("keeps no register of NOTSHOWN");
        }
    }
}
