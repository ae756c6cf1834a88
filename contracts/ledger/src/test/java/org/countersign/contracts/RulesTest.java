package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RulesTest {
    @Property
    void lettersAreReadableUpToTheLength(
            @ForAll @AlphaChars @StringLength(min = 1, max = 50) String text, @ForAll @IntRange(max = 60) int longest) {
        assertThat(Rules.isReadable(text, longest)).isEqualTo(text.length() <= longest);
    }

    @Property
    void aControlCharacterAnywhereIsNotReadable(
            @ForAll @AlphaChars @StringLength(min = 1, max = 9) String before,
            @ForAll @IntRange(max = 31) int control) {
        assertThat(Rules.isReadable(before + (char) control + "x", 100)).isFalse();
    }

    @Example
    void whatHidesOrTurnsTextIsNotReadable() {
        String steering = "\u007f\u0085\u200b\u200e\u2028\u202a\u202e\u2060\u2066\u206f\ufeff";
        String seenAsNothing = "\u061c\u00ad\u180e\u034f\u3164\u2800\ufe0f\ufff9\u115f\uffa0";
        for (char hidden : (steering + seenAsNothing).toCharArray()) {
            assertThat(Rules.isReadable("a" + hidden + "b", 100))
                    .as("U+%04x", (int) hidden)
                    .isFalse();
        }
        assertThat(Rules.isReadable("a\ud800b", 100)).isFalse();
        assertThat(Rules.isReadable("a\udfff", 100)).isFalse();
        assertThat(Rules.isReadable("a\udb40\udc41", 100)).as("a tag character").isFalse();
        assertThat(Rules.isReadable("a\ud83d\udcb7", 100)).as("a whole pair").isTrue();
        assertThat(Rules.isReadable("Société Générale 株式会社 ₤ – “x”", 100)).isTrue();
    }

    @Example
    void whatIsPrintedIsShortAndAscii() {
        assertThat(Rules.printable("a \u001b[2J\u009b \u202e~", 100)).isEqualTo("a ?[2J? ?~");
        assertThat(Rules.printable("12345", 5)).isEqualTo("12345");
        assertThat(Rules.printable("123456", 5)).isEqualTo("12345...");
    }

    @Example
    void blanksAreNotReadable() {
        assertThat(Rules.isReadable("", 10)).isFalse();
        assertThat(Rules.isReadable("   ", 10)).isFalse();
    }

    @Example
    void aBrokenRuleIsReportedWithItsSentence() {
        Rules.check("Holds.", true);
        assertThatThrownBy(() -> Rules.check("Does not hold.", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Does not hold.");
    }
}
