package org.countersign.workflows.identity.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.identity.InvestorCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTextsTest {
    @ParameterizedTest(name = "{0} may be claimed as ''{2}''")
    @CsvSource({
        "LEGAL_IDENTITY, lei, 5493000IBP32UQZ0KL24",
        "LEGAL_IDENTITY, legal_name, Müller & Søn",
        "LEGAL_IDENTITY, residence, US-CA",
        "LEGAL_IDENTITY, citizenship, GB FR",
        "KYC, kyc_level, 3",
        "KYC, kyc_checked, 2026-03-01T09:00:00Z",
        "POLITICAL_EXPOSURE, politically_exposed, false",
        "TAX_RESIDENCE, tax_residence, DE",
        "BIRTH_DATE, birth_date, 1980-02-29",
        "INVESTOR_CATEGORY, investor_rule_accredited, 17 CFR 230.501(a)(3)",
    })
    void good(ClaimKind kind, String name, String text) {
        assertThatCode(() -> ClaimTexts.check(kind, Collections.singletonMap(name, text)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} is not claimed as {1} ''{2}''")
    @CsvSource({
        "LEGAL_IDENTITY, lei, 5493000IBP32UQZ0KL25, ISO 17442",
        "LEGAL_IDENTITY, legal_name, ' ', readable",
        "LEGAL_IDENTITY, residence, XX, jurisdiction",
        "LEGAL_IDENTITY, citizenship, US-CA, not parts",
        "LEGAL_IDENTITY, citizenship, GB GB, twice",
        "LEGAL_IDENTITY, citizenship, 'GB  FR', jurisdiction",
        "LEGAL_IDENTITY, birth_date, 1980-02-28, and not",
        "KYC, kyc_level, 0, whole number",
        "KYC, kyc_checked, 2026-03-01, an instant",
        "POLITICAL_EXPOSURE, politically_exposed, yes, true or false",
        "BIRTH_DATE, birth_date, 1981-02-29, a date",
        "INVESTOR_CATEGORY, investor_categories, RICH, is one of",
        "INVESTOR_CATEGORY, investor_categories, RETAIL, the rule of law",
        "INVESTOR_CATEGORY, investor_rule_retail, '', readable",
    })
    void bad(ClaimKind kind, String name, String text, String why) {
        assertThatThrownBy(() -> ClaimTexts.check(kind, Collections.singletonMap(name, text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("a category with its rule of law is complete, and a credential that claims nothing is none")
    void complete() {
        Map<String, String> values = new HashMap<>();
        values.put(HolderClaims.INVESTOR_CATEGORIES, "PROFESSIONAL");
        values.put(HolderClaims.ruleClaim(InvestorCategory.PROFESSIONAL), "Directive 2014/65/EU, annex II");
        assertThatCode(() -> ClaimTexts.check(ClaimKind.INVESTOR_CATEGORY, values))
                .doesNotThrowAnyException();
        assertThat(new HolderClaims("", values).ruleOf(InvestorCategory.PROFESSIONAL))
                .contains("Directive 2014/65/EU, annex II");
        assertThatThrownBy(() -> ClaimTexts.check(ClaimKind.KYC, Collections.emptyMap()))
                .hasMessageContaining("at least one");
    }

    @ParameterizedTest(name = "''{0}'' is no jurisdiction")
    @ValueSource(strings = {"", "gb", "GBR", "XX", "US-", "US-CALI", "US_CA", "XX-01"})
    void noJurisdiction(String code) {
        assertThatThrownBy(() -> new Jurisdiction(code)).hasMessageContaining("is no jurisdiction");
    }

    @Test
    @DisplayName("a subdivision lies in its country, and not the other way round")
    void within() {
        Jurisdiction california = new Jurisdiction("US-CA");
        Jurisdiction us = new Jurisdiction("US");
        assertThat(california.isWithin(us)).isTrue();
        assertThat(us.isWithin(us)).isTrue();
        assertThat(us.isWithin(california)).isFalse();
        assertThat(california.isWithin(new Jurisdiction("US-NY"))).isFalse();
        assertThat(california.country()).isEqualTo(us);
    }
}
