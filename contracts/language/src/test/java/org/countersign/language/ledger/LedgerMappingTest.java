package org.countersign.language.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerMappingTest {
    private static final EnumSet<Operation> MOVES = EnumSet.range(Operation.ISSUE, Operation.CORPORATE_ACTION);
    private static final EnumSet<Operation> OWNED = EnumSet.range(Operation.DEFINE, Operation.CORPORATE_ACTION);

    private static LedgerMapping mapping(String source) {
        try {
            SecurityLanguage language = SecurityLanguage.ofLedger();
            return new LedgerMapping(
                    language.check(SourceText.of("test.security", source))
                            .getModel()
                            .get(),
                    Catalogue.ofLedger());
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    private static NamedRequirement attests(Aspect aspect, String committee, EnumSet<Operation> operations) {
        return new NamedRequirement(aspect, committee, operations);
    }

    private static EnumSet<Operation> approving(EnumSet<Operation> operations) {
        EnumSet<Operation> approving = EnumSet.copyOf(operations);
        approving.add(Operation.AMEND);
        return approving;
    }

    @Test
    @DisplayName("A share of a segment, with operations for each authority but the registrars")
    void share() {
        LedgerMapping share = mapping(Sources.security("reg-d-share.security"));

        assertThat(share.terms())
                .isEqualTo(new SecurityTerms(
                        "ACME",
                        null,
                        "ACME Inc. common stock",
                        "USD",
                        new BigDecimal("0.001"),
                        new BigDecimal("10000000"),
                        0));
        assertThat(share.segment()).isEqualTo("us-private");
        assertThat(share.measures()).isEmpty();
        assertThat(share.amendmentNotice()).isNull();
        EnumSet<Operation> dealings = EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM);
        assertThat(share.requirements())
                .containsExactly(
                        attests(Aspect.OWNERSHIP, "registrars", OWNED),
                        attests(Aspect.IDENTITY, "identity", dealings),
                        attests(Aspect.COMPLIANCE, "compliance", dealings));
        assertThat(share.compliancePolicy().describe())
                .contains("maximum-holders (count: 1999)", "lock-up-from-acquisition (period: 12 months)");
    }

    @Test
    @DisplayName("A note of no segment, whose authorities attest whatever moves a holding")
    void note() {
        LedgerMapping note = mapping(Sources.security("eu-retail-note.security"));

        assertThat(note.terms())
                .isEqualTo(new SecurityTerms(
                        "RHEIN-29",
                        null,
                        "Rheintal Energie 2029 note",
                        "EUR",
                        new BigDecimal("1000"),
                        new BigDecimal("7500"),
                        0));
        assertThat(note.segment()).isEqualTo(Segment.WHOLE_NETWORK);
        assertThat(note.requirements())
                .containsExactly(
                        attests(Aspect.OWNERSHIP, "registrars", approving(OWNED)),
                        attests(Aspect.IDENTITY, "identity", MOVES),
                        attests(Aspect.COMPLIANCE, "compliance", approving(MOVES)));
        assertThat(note.amendmentNotice()).isEqualTo(Period.ofDays(30));
        assertThat(note.compliancePolicy().describe())
                .contains("residence-allowed (jurisdictions: AT DE NL)", "maximum-concentration (percentage: 10%)");
    }

    @Test
    @DisplayName("A bond, whose amounts of money have become units")
    void bond() {
        LedgerMapping bond = mapping(Sources.security("reg-s-bond.security"));

        assertThat(bond.terms().getDenomination()).isEqualByComparingTo("200000");
        assertThat(bond.terms().getAuthorisedQuantity()).isEqualByComparingTo("500");
        assertThat(bond.segment()).isEqualTo("international");
        assertThat(bond.requirements().stream().map(NamedRequirement::getAspect).collect(Collectors.toList()))
                .containsExactly(Aspect.OWNERSHIP, Aspect.IDENTITY, Aspect.COMPLIANCE);
        assertThat(bond.compliancePolicy().describe()).contains("minimum-transfer (quantity: 1)");
    }

    @Test
    @DisplayName("Measures that are allowed are the registrars' to attest, and identity's where somebody receives")
    void measures() {
        LedgerMapping controlled = mapping(Sources.security("eu-retail-note.security")
                .replace("control\n", "control\n  allow freeze, force-transfer, recover\n"));

        assertThat(controlled.measures())
                .containsExactlyInAnyOrder(Operation.FREEZE, Operation.FORCE_TRANSFER, Operation.RECOVER);
        EnumSet<Operation> owned = approving(OWNED);
        owned.addAll(controlled.measures());
        EnumSet<Operation> identified = EnumSet.copyOf(MOVES);
        identified.addAll(EnumSet.of(Operation.FORCE_TRANSFER, Operation.RECOVER));
        assertThat(controlled.requirements())
                .containsExactly(
                        attests(Aspect.OWNERSHIP, "registrars", owned),
                        attests(Aspect.IDENTITY, "identity", identified),
                        attests(Aspect.COMPLIANCE, "compliance", approving(MOVES)));
    }

    @Test
    @DisplayName("An ISIN and decimals are taken over")
    void isinAndDecimals() {
        LedgerMapping divisible = mapping(Sources.security("reg-d-share.security")
                .replace("  currency  ", "  isin US0378331005\n  decimals 3\n  currency  "));

        assertThat(divisible.terms().getIsin().getCode()).isEqualTo("US0378331005");
        assertThat(divisible.terms().getFractionDigits()).isEqualTo(3);
    }
}
