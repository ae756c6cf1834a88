package org.countersign.oracles.compliance.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a threshold of 85 finds and what it does not; the scores are part of what the authority has decided by. */
class NameScoreTest {
    private static int score(String one, String other) {
        return NameScore.of(PlainName.of(one), PlainName.of(other));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // order, case, punctuation, diacritics
                "Ivan Zaretskov | ZARETSKOV, Ivan",
                "Jérôme Kabandou-Mérouez | jerome kabandou merouez",
                "Jens Ødegård Sørskov | Jens Odegard Sorskov",
                "Weiß & Söhne GmbH | WEISS SOHNE",
                "Al-Qa'sim | al Qasim",
                // spelling
                "Ivan Zaretskov | Iwan Zaretzkow",
                "Muhammad Yusuf al-Rashimi | Mohamed Youssef Rachimi",
                "Falkenborg Arvid | Arvid Falkenberg",
                // a patronymic, a middle name
                "Ivan Zaretskov | Ivan Petrovich Zaretskov",
                "Maria Garcinez | Maria Garcinez Lopandez",
                // blanks
                "Abd al-Rahman Sattari | Abdulrahman Sattari",
                "Kwang San Trading | Kwangsan Trading Corp.",
                // scripts
                "Иван Зарецков | Ivan Zaretskov",
                "Арвид Фалькенборг | Arvid Falkenborg",
                "Γιώργος Παπαδημάκης | Giorgos Papadimakis",
                // forms of companies
                "Vostok Alumex OOO | Vostok Alumex JSC",
                "Northmere Shipping LLC | NORTHMERE SHIPPING LIMITED"
            })
    void oneName(String one, String other) {
        assertThat(score(one, other)).isGreaterThanOrEqualTo(85);
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Ivan Zaretskov | Ivan Morozkin",
                "Muhammad Ali Khankar | Muhammad Ali Hassanov",
                "Dealer A | Trader A",
                "Dealer A | Dealer B",
                "Authority One | Authority Two",
                "Northmere Shipping | Southmoor Banking",
                "Bank of Northmere | Bank of Easthaven",
                "Li Wei | Li Na",
                "Zaretskov | Ivan Petrovich Zaretskov",
                "Issuer Bank | Islander Bakery"
            })
    void differentNames(String one, String other) {
        assertThat(score(one, other)).isLessThan(85);
    }

    @Test
    @DisplayName("the same name scores 100, a name without letters nothing")
    void ends() {
        assertThat(score("Arvid Falkenborg", "Falkenborg, Arvid")).isEqualTo(100);
        assertThat(score("LLC", "LLC")).isEqualTo(100);
        assertThat(score("???", "???")).isZero();
        assertThat(score("", "Arvid")).isZero();
    }

    @Test
    @DisplayName("a made-up name in Chinese characters is found by its romanisation")
    void hanCharacters() {
        assertThat(PlainName.of("金正甲").toString()).isEqualTo("jia jin zheng");
        assertThat(score("金正甲", "Jin Zhengjia")).isGreaterThanOrEqualTo(85);
    }
}
