package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ByteArrays;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.junit.jupiter.api.Test;

/** What a proof must not tell: the other party, its key, its holding, its price. */
class ProofPrivacyTest extends Scene {
    private final SignedTransaction sale = sale();
    private final OwnershipProof proof = world.prove(sale, 1);
    private final String told = told(OwnershipProofDocument.from(proof).toJson());

    @Test
    void theHolderAndItsHoldingAreTold() {
        assertThat(told).contains("Buyer Bank").contains(hex(component(1, 1)));
        assertThat(told).contains(hex(world.buyer.keys().getPublic().getEncoded()));
    }

    @Test
    void theOtherPartyIsNotTold() {
        assertThat(told).doesNotContain("Seller Bank");
        assertThat(told).doesNotContain(hex("Seller Bank".getBytes(StandardCharsets.UTF_8)));
        assertThat(told).doesNotContain(hex(world.seller.keys().getPublic().getEncoded()));
    }

    @Test
    void noOtherComponentIsTold() {
        sale.getTx().getComponentGroups().forEach(group -> {
            for (int index = 0; index < group.getComponents().size(); index++) {
                boolean shown = group.getGroupIndex() == 1 && index == 1
                        || (group.getGroupIndex() == 2 || group.getGroupIndex() == 6) && index > 0;
                assertThat(told.contains(hex(component(group.getGroupIndex(), index))))
                        .as("component %d of group %d", index, group.getGroupIndex())
                        .isEqualTo(shown);
            }
        });
    }

    @Test
    void noSaltIsToldThatWouldLetTheHiddenBeGuessed() {
        assertThat(told).doesNotContain(hex(sale.getTx().getPrivacySalt().getBytes()));
    }

    @Test
    void theSignaturesOfThePartiesAreNotTold() {
        List<byte[]> parties = List.of(
                world.seller.keys().getPublic().getEncoded(),
                world.buyer.keys().getPublic().getEncoded());
        assertThat(proof.getTransactions().get(0).getSignatures())
                .noneMatch(signature -> parties.stream()
                        .anyMatch(key ->
                                java.util.Arrays.equals(key, signature.getKey().getBytes())));
    }

    private byte[] component(int group, int index) {
        return sale.getTx().getComponentGroups().stream()
                .filter(candidate -> candidate.getGroupIndex() == group)
                .map(candidate -> (OpaqueBytes) candidate.getComponents().get(index))
                .findFirst()
                .orElseThrow()
                .getBytes();
    }

    /** The document's text, and everything that is base64 in it as hexadecimal digits. */
    private static String told(String json) {
        StringBuilder told = new StringBuilder(json);
        Matcher texts = Pattern.compile("\"([A-Za-z0-9+/]+={0,2})\"").matcher(json);
        while (texts.find()) {
            if (texts.group(1).length() % 4 == 0) {
                told.append('\n').append(hex(Base64.getDecoder().decode(texts.group(1))));
            }
        }
        return told.toString();
    }

    private static String hex(byte[] bytes) {
        return ByteArrays.toHexString(bytes);
    }
}
