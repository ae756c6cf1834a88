package org.countersign.contracts.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.Cast.DEALER_A;

import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SegmentTermsTest {
    @Test
    @DisplayName("A security is permitted by its symbol, by the beginning of it, and by its currency")
    void aSecurityIsPermittedBySymbolAndCurrency() {
        assertThat(permits("ACME", "GBP")).isTrue();
        assertThat(permits("AC*", "GBP")).isTrue();
        assertThat(permits("ACM", "GBP")).isFalse();
        assertThat(permits("ACME.*", "GBP")).isFalse();
        assertThat(permits("ACME", "EUR")).isFalse();
        assertThat(PermittedSecurities.ALL.permits(Cast.TERMS)).isTrue();
    }

    private static boolean permits(String symbol, String currency) {
        return new PermittedSecurities(Collections.singletonList(symbol), Collections.singletonList(currency))
                .permits(Cast.TERMS);
    }

    @Test
    @DisplayName("Segments are told apart by the whole identifier")
    void segmentsAreToldApartByTheWholeIdentifier() {
        UniqueIdentifier halfway =
                new UniqueIdentifier(Segments.UK.getLinearId().getExternalId(), Segments.OTHER.getId());
        CrossSegmentRules rules = new CrossSegmentRules(
                Collections.singletonList(Segments.OTHER), Arrays.asList(Segments.OTHER, halfway));
        assertThat(rules.admits(Segments.OTHER)).isTrue();
        assertThat(rules.admits(halfway)).isFalse();
        assertThat(rules.admits(Segments.UK.getLinearId())).isFalse();
        assertThat(rules.letsHoldIn(halfway)).isTrue();
        assertThat(rules)
                .isNotEqualTo(new CrossSegmentRules(
                        Collections.singletonList(Segments.OTHER), Arrays.asList(Segments.OTHER, Segments.OTHER)));
    }

    @Test
    @DisplayName("A policy that names no countries admits all, one that does those alone")
    void countries() {
        assertThat(new AdmissionPolicy(Collections.emptyList(), Collections.emptyList(), false)
                        .admitsCountryOf(DEALER_A))
                .isTrue();
        assertThat(new AdmissionPolicy(Collections.emptyList(), Collections.singletonList("FR"), false)
                        .admitsCountryOf(DEALER_A))
                .isFalse();
    }

    @Test
    @DisplayName("The committee beside the registrars admits members, or else the registrars")
    void whoAdmits() {
        assertThat(Segments.UK.admission().getCommittee())
                .isEqualTo(Segments.ADMISSION.getState().getData().getLinearId());
        SegmentState alone = SegmentState.established(
                Segments.TERMS,
                new org.countersign.contracts.validation.ValidationPolicy(
                        "uk", Collections.singletonList(Segments.registrars())),
                Segments.KEEPERS);
        assertThat(alone.admission()).isEqualTo(Segments.registrars());
    }

    @Test
    @DisplayName("Every term changes the digest of the terms and the identifier of the segment")
    void everyTermCounts() {
        SegmentTerms terms = Segments.TERMS;
        AdmissionPolicy admission = terms.getAdmission();
        java.util.List<SegmentTerms> all = Arrays.asList(
                terms,
                Segments.admitting(new AdmissionPolicy(
                        Collections.singletonList(new AdmissionCondition("LICENCE", "Another sentence.")),
                        admission.getCountries(),
                        false)),
                Segments.admitting(new AdmissionPolicy(admission.getConditions(), Collections.emptyList(), false)),
                Segments.admitting(new AdmissionPolicy(admission.getConditions(), admission.getCountries(), true)),
                new SegmentTerms(
                        admission, Collections.emptyList(), PermittedSecurities.ALL, CrossSegmentRules.NONE, true),
                new SegmentTerms(
                        admission,
                        terms.getObservers(),
                        new PermittedSecurities(Collections.singletonList("GBP"), Collections.emptyList()),
                        CrossSegmentRules.NONE,
                        true),
                new SegmentTerms(
                        admission,
                        terms.getObservers(),
                        new PermittedSecurities(Collections.emptyList(), Collections.singletonList("GBP")),
                        CrossSegmentRules.NONE,
                        true),
                new SegmentTerms(
                        admission,
                        terms.getObservers(),
                        PermittedSecurities.ALL,
                        new CrossSegmentRules(Collections.singletonList(Segments.OTHER), Collections.emptyList()),
                        true),
                new SegmentTerms(
                        admission,
                        terms.getObservers(),
                        PermittedSecurities.ALL,
                        new CrossSegmentRules(Collections.emptyList(), Collections.singletonList(Segments.OTHER)),
                        true),
                new SegmentTerms(
                        admission, terms.getObservers(), PermittedSecurities.ALL, CrossSegmentRules.NONE, false));
        assertThat(all.stream().map(SegmentDigest::of)).doesNotHaveDuplicates();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.stream()
                        .map(each -> SegmentState.foundingId(each, Segments.policy("uk"))
                                .getExternalId()))
                .doesNotHaveDuplicates();
    }
}
