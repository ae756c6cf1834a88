package org.countersign.oracles.compliance.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must not change the likeness of two names. */
class NameScorePropertiesTest {
    private static final String MARKS = "\u0300\u0301\u0302\u0308\u030C\u0327";

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static int score(String one, String other) {
        return NameScore.of(PlainName.of(one), PlainName.of(other));
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }

    @Property
    void theOrderOfWordsDoesNotCount(
            @ForAll("names") List<String> one, @ForAll("names") List<String> other, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(one);
        Collections.shuffle(shuffled, random);
        assertThat(score(joined(shuffled), joined(other))).isEqualTo(score(joined(one), joined(other)));
    }

    @Property
    void caseDoesNotCount(@ForAll("names") List<String> one, @ForAll("names") List<String> other) {
        assertThat(score(joined(one).toUpperCase(Locale.ROOT), joined(other)))
                .isEqualTo(score(joined(one), joined(other)));
    }

    @Property
    void diacriticsDoNotCount(
            @ForAll("names") List<String> one, @ForAll("names") List<String> other, @ForAll Random random) {
        StringBuilder marked = new StringBuilder();
        for (char letter : joined(one).toCharArray()) {
            marked.append(letter);
            if (letter != ' ' && random.nextInt(3) == 0) {
                marked.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
        }
        int plain = score(joined(one), joined(other));
        assertThat(score(marked.toString(), joined(other))).isEqualTo(plain);
        assertThat(score(Normalizer.normalize(marked, Normalizer.Form.NFC), joined(other)))
                .isEqualTo(plain);
    }

    @Property
    void punctuationDoesNotCount(@ForAll("names") List<String> one, @ForAll("names") List<String> other) {
        assertThat(score(String.join(", ", one) + ".", joined(other))).isEqualTo(score(joined(one), joined(other)));
    }

    @Property
    void eitherNameMayComeFirst(@ForAll("names") List<String> one, @ForAll("names") List<String> other) {
        assertThat(score(joined(one), joined(other)))
                .isEqualTo(score(joined(other), joined(one)))
                .isBetween(0, 100);
    }

    @Property
    void everyNameIsItself(@ForAll("names") List<String> name) {
        assertThat(score(joined(name), joined(name))).isEqualTo(100);
    }

    @Property
    void theIndexFindsWhatTheScoreSays(@ForAll("names") List<String> one, @ForAll("names") List<String> other) {
        ListEntry entry = new ListEntry.Builder("1", EntryKind.UNKNOWN)
                .name(joined(other), false)
                .build();
        ScreeningIndex index = new ScreeningIndex(Collections.singletonList(
                new SanctionsList("list", LocalDate.of(2026, 1, 1), "000000000000", Collections.singletonList(entry))));
        int score = score(joined(one), joined(other));
        List<ScreeningHit> hits =
                index.find(new ScreenedPerson(joined(one), null, Collections.emptySet()), Math.max(score, 50));
        assertThat(hits).hasSize(score >= 50 ? 1 : 0);
        hits.forEach(hit -> assertThat(hit.getNameScore()).isEqualTo(score));
    }
}
