package org.countersign.client.cli.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    @TempDir
    private Path directory;

    @Test
    void everythingThatCommandsNeedIsRead() throws IOException {
        Network network = NetworkFile.read(Networks.file(directory));

        assertThat(network.name()).isEqualTo("demo");
        assertThat(network.notary()).isEqualTo(new CordaX500Name("Notary Cluster", "London", "GB"));
        assertThat(network.trustRoot()).isEqualTo(directory.resolve("root.pem"));
        Member dealer = network.member("dealer-a");
        assertThat(dealer.legalName()).isEqualTo(new CordaX500Name("Dealer A", "London", "GB"));
        assertThat(dealer.rpcAddress()).isEqualTo("127.0.0.1:1");
        assertThat(dealer.rpcUser()).isEqualTo("operator");
        assertThat(dealer.roles()).containsExactly("dealer");
    }

    @Test
    void aMemberIsFoundByItsLegalNameWithBlanksOrWithout() throws IOException {
        Network network = NetworkFile.read(Networks.file(directory));

        assertThat(network.member("O=Dealer B,L=London,C=GB").id()).isEqualTo("dealer-b");
        assertThat(network.member("O=Dealer B, L=London, C=GB").id()).isEqualTo("dealer-b");
    }

    @Test
    void anUnknownMemberIsRefusedWithAListOfTheKnown() throws IOException {
        Network network = NetworkFile.read(Networks.file(directory));

        assertThatThrownBy(() -> network.member("dealer-x")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.MEMBER_UNKNOWN);
            assertThat(failure.getMessage()).contains("dealer-x", "demo");
            assertThat(failure.remedy()).contains("dealer-a", "dealer-b", "regulator");
        });
    }

    @Test
    void aMissingFileIsReportedWithTheWayToGetOne() {
        assertThatThrownBy(() -> NetworkFile.read(directory.resolve("none.json")))
                .hasMessageContaining("none.json")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.remedy()).contains("./countersign up"));
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("other.json"), "{\"format\":\"countersign-network/9\"}");

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("countersign-network/9")
                .hasMessageContaining("countersign-network/1");
    }

    @Test
    void brokenJsonIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.json"), "{\"format\":");

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        String text = Files.readString(Networks.file(directory)).replace("\"rpcUser\"", "\"user\"");
        Path file = Files.writeString(directory.resolve("lacking.json"), text);

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'rpcUser'");
    }

    @Test
    void aLegalNameThatIsNoneIsNamed() throws IOException {
        String text = Files.readString(Networks.file(directory)).replace("O=Dealer A,L=London,C=GB", "Dealer A");
        Path file = Files.writeString(directory.resolve("nameless.json"), text);

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'Dealer A' is no legal name");
    }
}
