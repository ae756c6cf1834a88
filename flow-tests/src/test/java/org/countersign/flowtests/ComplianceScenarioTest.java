package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.compliance.ListScreeningFindingsFlow;
import org.countersign.workflows.compliance.ScreeningFinding;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authorities of COMPLIANCE find by what only they know. */
class ComplianceScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final List<String> COMMITTEES = Arrays.asList("registrars", "compliance");
    private static final String HEADER = "id,schema,name,aliases,birth_date,countries,last_seen\n";
    private static final String NOBODY = "NK-1,Person,Arvid Falkenborg,,1970-02-01,se,2026-11-01\n";
    private static final String DEALER = "NK-2,Company,B DEALER LLC,,,gb,2026-11-02\n";

    private static CountersignNetwork network;

    @TempDir
    static Path directory;

    @BeforeAll
    static void startNetwork() throws IOException {
        list(NOBODY);
        network = CountersignNetwork.startWithChecks(ImmutableMap.of("countersign.compliance.sanctions", screening()));
        network.withCommittees();
        network.found("compliance", Aspect.COMPLIANCE);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static Map<String, Object> screening() {
        return ImmutableMap.of(
                "rescreenEverySeconds",
                1,
                "lists",
                Collections.singletonList(ImmutableMap.of(
                        "name",
                        "Made up",
                        "format",
                        "opensanctions-csv",
                        "file",
                        directory.resolve("list.csv").toString())));
    }

    private static void list(String entries) throws IOException {
        Path file = directory.resolve("list.csv");
        Path next = Files.write(directory.resolve("next.csv"), (HEADER + entries).getBytes(StandardCharsets.UTF_8));
        if (Files.exists(file)) {
            Instant later = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);
            Files.setLastModifiedTime(next, FileTime.from(later));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<ScreeningFinding> findings(boolean gone) {
        return network.run(ONE, new ListScreeningFindingsFlow(gone));
    }

    private static List<JournalEntry> rescreenings() {
        return network.run(
                ONE,
                new ReadJournalFlow(
                        new JournalQuery(0, SecureHash.zeroHash, Aspect.COMPLIANCE, ONE, null, null, null)));
    }

    @Test
    @DisplayName("Holders are screened again when a list changes, and who is on it neither gives nor takes any more")
    void rescreening() throws IOException {
        network.register("CO.LIST", "1000000", COMMITTEES);
        network.recorded(network.issue("CO.LIST", "100", DEALER_A), DEALER_A);
        network.recorded(network.transfer(DEALER_A, "CO.LIST", "40", DEALER_B), DEALER_B);
        assertThat(findings(true)).isEmpty();

        list(NOBODY + DEALER);
        CountersignNetwork.await("the dealer is found", () -> findings(false).size() == 1);
        ScreeningFinding found = findings(false).get(0);
        assertThat(found.getPerson()).isEqualTo("Dealer B");
        assertThat(found.getParty()).isEqualTo(DEALER_B.toString());
        assertThat(found.getEntry()).isEqualTo("NK-2");
        assertThat(found.getMatchedName()).isEqualTo("B DEALER LLC");
        assertThat(found.getVersion()).startsWith("2026-11-02/");
        assertThat(rescreenings())
                .anySatisfy(entry -> assertThat(entry.getLine())
                        .contains("\"attested\":false")
                        .contains("SANCTIONS_HIT")
                        .contains("score of Dealer B: Made up " + found.getVersion() + ", entry NK-2 'B DEALER LLC'"));

        for (CordaX500Name giver : Arrays.asList(DEALER_A, DEALER_B)) {
            CordaX500Name taker = giver.equals(DEALER_A) ? DEALER_B : DEALER_A;
            assertThatThrownBy(() -> network.transfer(giver, "CO.LIST", "10", taker))
                    .hasMessageContaining("Screening against sanctions lists gave a hit.")
                    .hasMessageNotContaining("Made up")
                    .hasMessageNotContaining("NK-2");
        }
        assertThat(network.held(DEALER_B, "CO.LIST")).isEqualByComparingTo("40");
        assertThat(network.held(DEALER_A, "CO.LIST")).isEqualByComparingTo("60");

        list(NOBODY);
        CountersignNetwork.await("the dealer is cleared", () -> findings(false).isEmpty());
        assertThat(findings(true)).hasSize(1);
        network.recorded(network.transfer(DEALER_B, "CO.LIST", "10", DEALER_A), DEALER_A);
        assertThat(network.held(DEALER_A, "CO.LIST")).isEqualByComparingTo("70");
    }
}
