package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRecordsTest {
    private static final Party BANK = Cast.party("Bank", "GB");
    private static final Party CLIENT = Cast.party("A Client's Key", "GB");

    @TempDir
    Path directory;

    private OwnRecords records(String text) throws Exception {
        Path file = Files.write(directory.resolve("kyc.csv"), text.getBytes(StandardCharsets.UTF_8));
        return new OwnRecords(file.toString());
    }

    @Test
    @DisplayName("A member is found by its name, a client by the fingerprint of its key, and nobody by another's")
    void found() throws Exception {
        OwnRecords records = records("holder,person,valid_until,residence,kyc_level\n"
                + "\"O=Bank,L=Capital,C=GB\",bank-1,2027-01-31T00:00:00Z,GB,2\n"
                + CryptoUtils.toStringShort(CLIENT.getOwningKey()) + ",client-7,,DE,\n");
        AttestedHolder bank = records.find(BANK.getOwningKey(), BANK).get();
        assertThat(bank.ever().getPerson()).isEqualTo("bank-1");
        assertThat(bank.ever().kycLevel()).isEqualTo(2);
        assertThat(bank.at(Instant.parse("2027-01-31T00:00:00Z")).residence()).contains("GB");
        assertThat(bank.at(Instant.parse("2027-01-31T00:00:01Z")).residence()).isEmpty();
        assertThat(bank.at(Instant.parse("2027-01-31T00:00:01Z")).getPerson()).isEqualTo("bank-1");
        AttestedHolder client = records.find(CLIENT.getOwningKey(), BANK).get();
        assertThat(client.ever().text(HolderClaims.KYC_LEVEL)).isEmpty();
        assertThat(client.at(Instant.parse("2099-01-01T00:00:00Z")).residence()).contains("DE");
        assertThat(records.find(Cast.party("Other", "GB").getOwningKey(), BANK)).isEmpty();
    }

    @Test
    @DisplayName("The demonstration network's records can be read")
    void theDemonstration() throws Exception {
        Path file = Paths.get("..", "deploy-nodes", "topologies", "demo-data", "holders.csv");
        Party dealer = new Party(CordaX500Name.parse("O=Dealer A,L=London,C=GB"), BANK.getOwningKey());
        AttestedHolder known = new OwnRecords(file.toString())
                .find(dealer.getOwningKey(), dealer)
                .get();
        assertThat(known.ever().investorCategories()).containsExactly("PROFESSIONAL");
    }

    @Test
    @DisplayName("A claim that is agreed with an issuer has a column of its own, by the name that the policy asks for")
    void freeClaims() throws Exception {
        OwnRecords records = records("holder,person,valid_until,claim.sell-lock-up,claim.venue\n"
                + "\"O=Bank,L=Capital,C=GB\",bank-1,2027-01-31T00:00:00Z,until 2027,\n");
        HolderClaims bank = records.find(BANK.getOwningKey(), BANK).get().at(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(bank.text("sell-lock-up")).contains("until 2027");
        assertThat(bank.text("venue")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "holder,person;x,y|column valid_until, is missing",
                "holder,person,valid_until,residense;x,y,,GB|column residense, is no claim",
                "holder,person,valid_until,claim.residence;x,y,,UK|column claim.residence, is no claim",
                "holder,person,valid_until,claim.a b;x,y,,UK|column claim.a b, is no claim",
                "holder,person,valid_until,residence;x,y,,UK|column residence, is wrong: 'UK' is no jurisdiction",
                "holder,person,valid_until,kyc_level;x,y,,high|column kyc_level, is wrong",
                "holder,person,valid_until;x,y,tomorrow|column valid_until, is 'tomorrow'",
                "holder,person,valid_until;x,y,;x,z,|column holder, is there twice",
                "holder,person,valid_until;O=Nowhere,y,|column holder, is 'O=Nowhere'"
            })
    void whatIsWrongIsNamed(String text, String told) throws Exception {
        OwnRecords records = records(text.replace(';', '\n'));
        assertThatThrownBy(() -> records.find(BANK.getOwningKey(), BANK))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(told);
    }
}
