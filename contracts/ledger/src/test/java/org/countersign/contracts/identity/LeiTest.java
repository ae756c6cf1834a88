package org.countersign.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeiTest {
    @ParameterizedTest(name = "the published {0} is an LEI")
    @ValueSource(strings = {"5493000IBP32UQZ0KL24", "213800WSGIIZCXF1P572", "54930084UKLVMY22DS16"})
    void publishedIdentifiersPass(String code) {
        assertThat(new Lei(code).getCode()).isEqualTo(code);
    }

    @Test
    @DisplayName("a wrong check digit is refused with the right one")
    void namesTheRightDigits() {
        assertThatThrownBy(() -> new Lei("5493000IBP32UQZ0KL25"))
                .hasMessage("'5493000IBP32UQZ0KL25' has check digits 25 where ISO 17442 gives 24.");
    }

    @ParameterizedTest(name = "''{0}'' has not the shape of an LEI")
    @ValueSource(strings = {"", "5493000IBP32UQZ0KL2", "5493000ibp32uqz0kl24", "5493000IBP32UQZ0KL2A"})
    void otherShapesAreRefused(String code) {
        assertThatThrownBy(() -> new Lei(code)).hasMessageContaining("is not an LEI");
    }

    // A letter counts as two digits, so that some digits can be mistaken for a letter; the standard knows.
    @Property
    void noDigitCanBeMistypedForAnotherNorALetterForAnother(
            @ForAll @IntRange(min = 0, max = 17) int place, @ForAll @CharRange(from = '0', to = 'Z') char typed) {
        char right = "5493000IBP32UQZ0KL24".charAt(place);
        Assume.that(Character.isLetterOrDigit(typed) && right != typed);
        Assume.that(Character.isDigit(typed) == Character.isDigit(right));
        StringBuilder code = new StringBuilder("5493000IBP32UQZ0KL24");
        code.setCharAt(place, typed);
        assertThatThrownBy(() -> new Lei(code.toString())).isInstanceOf(IllegalArgumentException.class);
    }
}
