package org.countersign.contracts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IsinTest {
    // In public use: Apple, Microsoft, Tesla, Alphabet, BAE Systems, Vodafone, BASF, SAP, Toyota, ABB, TotalEnergies,
    // Heineken, Accenture, BHP, and the example of a check digit of zero with letters, Treasury Corporation of
    // Victoria.
    private static final String[] IN_USE = {
        "US0378331005",
        "US5949181045",
        "US88160R1014",
        "US02079K3059",
        "GB0002634946",
        "GB00BH4HKS39",
        "DE000BASF111",
        "DE0007164600",
        "JP3633400001",
        "CH0012221716",
        "FR0000120271",
        "NL0000009165",
        "IE00B4BNMY34",
        "AU000000BHP4",
        "AU0000XVGZA3"
    };

    @Example
    void isinsInUseAreAccepted() {
        for (String code : IN_USE) {
            assertThat(new Isin(code).getCode()).isEqualTo(code);
        }
    }

    @Example
    void everyOtherCheckDigitIsRefusedAndTheRightOneNamed() {
        for (String code : IN_USE) {
            char right = code.charAt(11);
            for (char digit = '0'; digit <= '9'; digit++) {
                String candidate = code.substring(0, 11) + digit;
                Throwable refusal = catchThrowable(() -> new Isin(candidate));
                if (digit == right) {
                    assertThat(refusal).isNull();
                } else {
                    assertThat(refusal)
                            .hasMessage("'" + candidate + "' has check digit " + digit + " where ISO 6166 gives "
                                    + right + ".");
                }
            }
        }
    }

    @Example
    void whatIsNotOfTheShapeIsRefused() {
        for (String wrong : new String[] {
            "",
            "US037833100",
            "US03783310055",
            "us0378331005",
            "US 378331005",
            " US0378331005",
            "US0378331005\n",
            "1S0378331005",
            "US037833100X",
            "US-378331005",
            "US037833100\uff15",
            "\u0410U0000XVGZA3"
        }) {
            assertThatThrownBy(() -> new Isin(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not an ISIN");
        }
        assertThatThrownBy(() -> new Isin(null)).isInstanceOf(NullPointerException.class);
    }

    @Property
    void exactlyOneCheckDigitFits(@ForAll("payloads") String payload) {
        int fitting = 0;
        for (int digit = 0; digit <= 9; digit++) {
            fitting += isIsin(payload + digit) ? 1 : 0;
        }
        assertThat(fitting).isEqualTo(1);
    }

    @Property
    void aMistypedDigitIsNoticed(
            @ForAll("numeric") String code,
            @ForAll @IntRange(min = 2, max = 11) int place,
            @ForAll("digit") char typed) {
        Assume.that(code.charAt(place) != typed);
        assertThat(isIsin(code.substring(0, place) + typed + code.substring(place + 1)))
                .isFalse();
    }

    @Property
    void twoNeighbouringDigitsInTheWrongOrderAreNoticed(
            @ForAll("numeric") String code, @ForAll @IntRange(min = 2, max = 10) int place) {
        char left = code.charAt(place);
        char right = code.charAt(place + 1);
        // The formula cannot tell 09 from 90.
        Assume.that(left != right && left + right != '0' + '9');
        String swapped = code.substring(0, place) + right + left + code.substring(place + 2);
        assertThat(isIsin(swapped)).isFalse();
    }

    @Property
    void equalCodesAreEqualIsins(@ForAll("numeric") String left, @ForAll("numeric") String right) {
        assertThat(new Isin(left))
                .isEqualTo(new Isin(left))
                .hasSameHashCodeAs(new Isin(left))
                .hasToString(left);
        assertThat(new Isin(left).equals(new Isin(right))).isEqualTo(left.equals(right));
    }

    @Provide
    Arbitrary<String> payloads() {
        Arbitrary<String> country =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        Arbitrary<String> number = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(9);
        return Combinators.combine(country, number).as(String::concat);
    }

    /** Valid codes whose nine characters are digits. */
    @Provide
    Arbitrary<String> numeric() {
        Arbitrary<String> country =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        Arbitrary<String> number = Arbitraries.strings().withCharRange('0', '9').ofLength(9);
        return Combinators.combine(country, number).as((letters, digits) -> {
            for (int digit = 0; digit < 9; digit++) {
                if (isIsin(letters + digits + digit)) {
                    return letters + digits + digit;
                }
            }
            return letters + digits + 9;
        });
    }

    @Provide
    Arbitrary<Character> digit() {
        return Arbitraries.chars().range('0', '9');
    }

    private static boolean isIsin(String candidate) {
        return catchThrowable(() -> new Isin(candidate)) == null;
    }
}
