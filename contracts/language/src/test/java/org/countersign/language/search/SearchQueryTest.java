package org.countersign.language.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static SearchQuery read(String text) {
        try {
            return SearchQuery.read(text);
        } catch (QueryRefusedException e) {
            throw new AssertionError(e.getMessage());
        }
    }

    private static String refusal(String text) {
        try {
            throw new AssertionError(SearchQuery.read(text));
        } catch (QueryRefusedException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @DisplayName("Terms bind as in a source: not, then and, then or")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind = note | kind = note",
                "kind = note and has isin or votes > 1 | ANY(ALL(kind = note; has isin); votes > 1)",
                "kind = note and (has isin or votes > 1) | ALL(kind = note; ANY(has isin; votes > 1))",
                "not has isin and votes >= 2 | ALL(NOT(has isin); votes >= 2)",
                "not (has isin and votes < 2) | NOT(ALL(has isin; votes < 2))",
                "denomination <= 1,000.50 EUR | denomination <= 1,000.5 EUR",
                "maturity > 2030-01-31 | maturity > 2030-01-31",
                "amend.notice >= 1 month | amend.notice >= 1 month",
                "redemption != 101.5% | redemption != 101.5%",
                "supply < 7,500 units | supply < 7,500 units",
                "trading-hours.opens = 08:00 | trading-hours.opens = 08:00",
                "requires accredited | requires = accredited",
                "status = frozen | status = frozen",
                "allow = force-transfer | allow = force-transfer",
                "investor-category = eligible-counterparty | investor-category = eligible-counterparty",
                "isin = GB00BH4HKS39 | isin = GB00BH4HKS39",
            })
    void terms(String text, String read) {
        assertThat(read(text)).hasToString(read);
    }

    @Test
    @DisplayName("Texts are compared without case, and have their quotes taken off")
    void texts() {
        SearchQuery query = read("name contains \"Stra\\\"sse\"");
        assertThat(query.getKind()).isEqualTo(SearchQuery.Kind.CONTAINS);
        assertThat(query.getValue().getText()).isEqualTo("stra\"sse");
        assertThat(read("symbol = ACME").getValue().getText()).isEqualTo("acme");
        assertThat(read("issuer = \"O=Bank, L=London, C=GB\"").getValue().getText())
                .isEqualTo("o=bank, l=london, c=gb");
    }

    @Test
    @DisplayName("Numbers are compared in one unit: fractions, days, currencies apart")
    void numbers() {
        assertThat(read("redemption = 50%").getValue().getNumber()).isEqualByComparingTo("0.5");
        assertThat(read("amend.notice = 2 weeks").getValue().getNumber()).isEqualByComparingTo("14");
        assertThat(read("amend.notice = 1 year").getValue().getNumber())
                .isEqualByComparingTo(new BigDecimal("365.2425"));
        assertThat(read("maturity = 1970-01-02").getValue().getNumber()).isEqualByComparingTo("1");
        assertThat(read("denomination = 5 EUR").getValue().getUnit()).isEqualTo("EUR");
        assertThat(read("supply = 9999999999999999999999999999999999 units")
                        .getValue()
                        .getNumber())
                .isEqualByComparingTo("9999999999999999999999999999");
    }

    @ParameterizedTest
    @DisplayName("What is wrong is said with its place, the reason and the remedy")
    @CsvSource(
            delimiter = '|',
            value = {
                "kin = note | query:1:1: error: 'kin' is no attribute of a security. | Did you mean 'kind'?",
                "kind = note and denominaton = 1 EUR | query:1:17: error: 'denominaton' is no | 'denomination'?",
                "kind = noet | query:1:8: error: 'noet' is no word for kind. | Did you mean 'note'?",
                "kind < note | query:1:1: error: 'kind' is not asked for in this way. | '=' and '!='",
                "jurisdiction = DE | query:1:1: error: 'jurisdiction' is not asked for | 'allows' and 'bars'",
                "votes allows DE | query:1:1: error: 'votes' is not asked for in this way. | '<='",
                "jurisdiction allows UK | query:1:21: error: 'UK' is no jurisdiction | The United Kingdom is GB.",
                "denomination <= 1000 | query:1:17: error: 'denomination' takes an amount | an amount of money",
                "denomination <= 1000 EUX | query:1:22: error: 'EUX' is no currency | Did you mean",
                "denomination <= 1000 foo | query:1:17: error: '1000 foo' is no value. | an amount of money",
                "maturity > 2027-02-30 | query:1:12: error: The date 2027-02-30 does not exist. | year, month and day",
                "kind = note and | query:1:16: error: The query ends too early. | A term is an attribute",
                "kind = note kind = note | query:1:13: error: 'kind' cannot stand here. | A term is an attribute",
                "name contains \"open | query:1:15: error: A text in quotes does not end. | Close it",
                "name contains 'open' | error: ''' is nothing that a query knows. | other text in quotes",
                "votes contains \"1\" | query:1:1: error: 'votes' is not asked for in this way. | '<='",
                "requires akkredited | query:1:10: error: 'akkredited' is no word for requires. | 'accredited'?",
                "trading-days.holidays = none | is compared with a value | 'not has trading-days.holidays'",
            })
    void refusals(String text, String reason, String remedy) {
        assertThat(refusal(text)).contains(reason.trim(), remedy.trim()).contains("^");
    }

    @Test
    @DisplayName("All that is wrong in a query is said at once")
    void severalErrors() {
        assertThatThrownBy(() -> SearchQuery.read("kin = note and supply = 5 EUR or colour = red"))
                .isInstanceOfSatisfying(
                        QueryRefusedException.class,
                        refused -> assertThat(refused.getDiagnostics()).hasSize(3));
    }

    @Test
    @DisplayName("A caret stands beneath its word, also behind letters that take more than one unit")
    void caret() {
        assertThat(refusal("name contains \"\uD83D\uDE00\" and kin = note"))
                .contains("    name contains \"\uD83D\uDE00\" and kin = note\n" + "                          ^^^");
    }

    @ParameterizedTest
    @DisplayName("Nothing, and what is no query, is refused")
    @ValueSource(strings = {"", "  ", "and", "()", "kind", "not", "' or 1=1 --", "kind = note; drop table x"})
    void nonsense(String text) {
        assertThat(refusal(text)).contains("query:1:");
    }

    @Test
    @DisplayName("A query is bounded in length, terms and depth")
    void bounds() {
        String term = "has isin";
        assertThat(read(String.join(" and ", Collections.nCopies(QueryReader.MOST_TERMS, term))))
                .isNotNull();
        assertThat(refusal(String.join(" and ", Collections.nCopies(QueryReader.MOST_TERMS + 1, term))))
                .contains("at most 24 terms");
        String open = String.join("", Collections.nCopies(QueryReader.DEEPEST, "("));
        assertThat(read(open + term + open.replace('(', ')'))).isNotNull();
        assertThat(refusal("(" + open + term + open.replace('(', ')') + ")")).contains("32 times");
        assertThat(refusal(String.join("", Collections.nCopies(QueryReader.LONGEST + 1, "x"))))
                .contains("2001 characters; 2000 are read");
    }
}
