package org.countersign.oracles.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Property
    void orderIsThatOfTheDecimals(@ForAll BigDecimal left, @ForAll BigDecimal right) {
        assertThat(Integer.signum(Rational.of(left).compareTo(Rational.of(right))))
                .isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    void dividingAndMultiplyingLosesNothing(@ForAll BigDecimal number, @ForAll BigDecimal divisor) {
        Assume.that(divisor.signum() != 0);
        assertThat(Rational.of(number).dividedBy(divisor).times(divisor)).isEqualTo(Rational.of(number));
    }

    @Test
    @DisplayName("a third is less than its decimals rounded up and shown with eight of them")
    void aThirdIsExact() {
        Rational third = Rational.of(BigDecimal.ONE).dividedBy(new BigDecimal("3"));
        assertThat(third).isLessThan(Rational.of(new BigDecimal("0.33333334")));
        assertThat(third).isGreaterThan(Rational.of(new BigDecimal("0.33333333")));
        assertThat(third.shown()).isEqualByComparingTo("0.33333333");
        assertThat(Rational.of(new BigDecimal("1E+3")).shown()).hasToString("1000");
    }

    @Test
    @DisplayName("nothing is divided by zero")
    void noDivisionByZero() {
        assertThatThrownBy(() -> Rational.of(BigDecimal.ONE).dividedBy(BigDecimal.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }
}
