package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.AffirmAmendmentFlow;
import org.countersign.workflows.definition.AmendSecurityFlow;
import org.countersign.workflows.definition.AmendmentView;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.definition.ViewAmendmentFlow;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.SearchResult;
import org.countersign.workflows.definition.catalogue.SearchSecuritiesFlow;
import org.countersign.workflows.holding.SecurityAmendedException;
import org.countersign.workflows.holding.TransferFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A security from its file to a transfer under its amendment, on processes of their own and by RPC alone. A registrar
 * dies between announcement and completion, and the notice passes by clocks that show a later day.
 */
class AmendmentIT {
    private static final String SYMBOL = "AMEND";
    private static final String BUYER = "dealer-b";
    private static final List<String> REGISTRARS = Arrays.asList("authority-1", "authority-2");
    private static final Duration BEYOND_THE_NOTICE = Duration.ofHours(25);
    private static final Duration FLOW_PATIENCE = Duration.ofMinutes(3);

    private static SystemNetwork network;
    private static ShiftedClock clock;

    @BeforeAll
    static void startNetwork() throws Exception {
        clock = ShiftedClock.ofThisMachine();
        network = new SystemNetwork("src/test/topologies/amendment-test.conf").upFresh();
    }

    @AfterAll
    static void stopNetwork() throws Exception {
        if (network != null) {
            network.close();
        }
    }

    @Test
    @DisplayName("An amendment is announced, survives the death of a registrar, overtakes a transfer, and is found")
    void fromTheFileToTheTransferUnderTheAmendment() throws Exception {
        String source = new String(
                Files.readAllBytes(Paths.get("src/test/securities/amended-share.security")), StandardCharsets.UTF_8);
        String stricter = source.replace("maximum-transfer 60 units", "maximum-transfer 40 units");
        network.run("issuer-bank", RegisterSourceFlow.Initiator.class, source);
        network.issue(SYMBOL, "200", "dealer-a");
        awaitHeld("dealer-a", "200");
        awaitFound(60);
        SecureHash before = definition("dealer-a").getPinnedRules().getJar();

        announce(stricter);
        // Holdings move by what is in force, whatever is announced.
        network.transfer("dealer-a", SYMBOL, "60", "issuer-bank");
        assertThatThrownBy(() -> network.run("issuer-bank", AmendSecurityFlow.Complete.class, SYMBOL))
                .hasMessageContaining(AmendmentRules.IN_EFFECT);
        SecureHash after = definition("dealer-a")
                .getAnnounced()
                .getProvisions()
                .getPinnedRules()
                .getJar();
        assertThat(found(60)).containsExactly(SYMBOL);

        network.kill("authority-1", network.pidOf("authority-1"));
        network.down();
        assertThat(hasAttachment("issuer-bank", after)).isTrue();
        assertThat(hasAttachment(BUYER, before)).isFalse();
        assertThat(hasAttachment(BUYER, after)).isFalse();
        network.up(clock.by(BEYOND_THE_NOTICE));

        overtake();
        SecurityDefinitionState amended = definition("dealer-a");
        assertThat(amended.getVersion()).isEqualTo(3);
        assertThat(amended.getAnnounced()).isNull();
        assertThat(amended.getPinnedRules().getJar()).isEqualTo(after);
        awaitFound(40);
        assertThat(found(60)).isEmpty();

        // The buyer gets the rules with the first transfer that it verifies by them.
        network.transfer("dealer-a", SYMBOL, "40", BUYER);
        awaitHeld(BUYER, "40");
        assertThat(network.held("dealer-a", SYMBOL)).isEqualByComparingTo("100");
        network.down();
        assertThat(hasAttachment(BUYER, after)).isTrue();
    }

    /** As {@code security amend --preview}, {@code security affirm} at both registrars, and {@code security amend}. */
    private static void announce(String source) {
        AmendmentView view = network.run("issuer-bank", ViewAmendmentFlow.class, SYMBOL, source);
        assertThat(String.join(" ", view.getChanges())).contains("60 units", "40 units");
        assertThatThrownBy(() -> network.run("issuer-bank", AmendSecurityFlow.Announce.class, SYMBOL, source))
                .hasMessageContaining("has not affirmed this amendment");
        for (String registrar : REGISTRARS) {
            assertThat(network.run(registrar, AffirmAmendmentFlow.class, SYMBOL, source)
                            .getDigest())
                    .isEqualTo(view.getDigest());
        }
        network.run("issuer-bank", AmendSecurityFlow.Announce.class, SYMBOL, source);
        SystemNetwork.await(
                "the holder knows what is announced",
                () -> definition("dealer-a").getAnnounced() != null);
    }

    /** Completes the amendment while a transfer, allowed until then, waits for a buyer whose process stands still. */
    private static void overtake() throws Exception {
        network.party("dealer-a", BUYER);
        String buyer = network.pidOf(BUYER);
        signal("STOP", buyer);
        Future<TransactionReceipt> transfer;
        try {
            transfer = network.rpc("dealer-a")
                    .startFlowDynamic(
                            TransferFlow.Initiator.class,
                            SYMBOL,
                            new BigDecimal("60"),
                            network.party("dealer-a", BUYER))
                    .getReturnValue();
            SystemNetwork.await("the transfer has taken what it sells", () -> isLocked("dealer-a"));
            network.run("issuer-bank", AmendSecurityFlow.Complete.class, SYMBOL);
        } finally {
            signal("CONT", buyer);
        }
        assertThatThrownBy(() -> transfer.get(FLOW_PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .hasCauseInstanceOf(SecurityAmendedException.class)
                .hasMessageContaining(SYMBOL + " was amended while this was on its way. By version 3")
                .hasMessageContaining("maximum-transfer (quantity: 40)");
        assertThat(network.held("dealer-a", SYMBOL)).isEqualByComparingTo("140");
        assertThat(isLocked("dealer-a")).isFalse();
    }

    private static void signal(String signal, String pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start();
        assertThat(kill.waitFor()).as("kill -" + signal).isZero();
    }

    private static boolean isLocked(String member) {
        QueryCriteria locked = new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED)
                .withSoftLockingCondition(new QueryCriteria.SoftLockingCondition(
                        QueryCriteria.SoftLockingType.LOCKED_ONLY, Collections.emptyList()));
        return !network.rpc(member)
                .vaultQueryByCriteria(locked, SecurityToken.class)
                .getStates()
                .isEmpty();
    }

    private static SecurityDefinitionState definition(String member) {
        return network.run(member, FindSecurityFlow.class, SYMBOL);
    }

    /** What a member who holds none of it finds by how much can be bought at once. */
    private static List<String> found(int most) {
        SearchResult result = network.run(
                BUYER, SearchSecuritiesFlow.class, "kind = share and maximum-transfer = " + most + " units", "", 20);
        assertThat(result.getUnanswered()).isEmpty();
        return result.getEntries().stream().map(CatalogueEntry::getSymbol).collect(Collectors.toList());
    }

    // A registrar's entry follows what it records.
    private static void awaitFound(int most) {
        SystemNetwork.await("it is found by " + most, () -> found(most).contains(SYMBOL));
    }

    private static void awaitHeld(String member, String quantity) {
        SystemNetwork.await(
                member + " holds " + quantity,
                () -> network.held(member, SYMBOL).compareTo(new BigDecimal(quantity)) == 0);
    }

    /** Whether a node that is down has an attachment, by its database. */
    private static boolean hasAttachment(String member, SecureHash id) throws SQLException {
        Path database = network.directory().resolve("nodes/" + member + "/persistence");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + database + ";IFEXISTS=TRUE", "sa", "");
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from node_attachments where att_id = ?")) {
            query.setString(1, id.toString());
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getInt(1) > 0;
            }
        }
    }
}
