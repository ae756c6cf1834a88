package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SelfCertifyingIdTest {
    private static UniqueIdentifier of(List<String> parts) {
        SelfCertifyingId id = new SelfCertifyingId("test");
        parts.forEach(id::with);
        return id.build();
    }

    @Property
    void theSamePartsGiveTheSameIdentifier(@ForAll List<String> parts) {
        assertThat(SelfCertifyingId.same(of(parts), of(parts))).isTrue();
    }

    @Property
    void otherPartsGiveAnotherIdentifier(
            @ForAll @Size(max = 4) List<String> left, @ForAll @Size(max = 4) List<String> right) {
        assertThat(SelfCertifyingId.same(of(left), of(right))).isEqualTo(left.equals(right));
    }

    @Property
    void aTextDividedOtherwiseGivesAnotherIdentifier(@ForAll @Size(min = 1, max = 6) List<String> parts) {
        String joined = String.join("", parts);
        UniqueIdentifier divided = of(parts);
        UniqueIdentifier whole = new SelfCertifyingId("test").with(joined).build();
        assertThat(SelfCertifyingId.same(divided, whole)).isEqualTo(parts.size() == 1);
    }

    @Property
    void theUuidIsTheDigestsHeadInTheFormOfVersionEight(@ForAll List<String> parts) {
        UniqueIdentifier id = of(parts);
        UUID uuid = id.getId();
        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
        String digest = id.getExternalId();
        String head = uuid.toString().replace("-", "");
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(head.substring(0, 12)).isEqualTo(digest.substring(0, 12));
        assertThat(head.substring(13, 16)).isEqualTo(digest.substring(13, 16));
        assertThat(head.substring(17)).isEqualTo(digest.substring(17, 32));
    }

    @Property
    void aNumberWrittenWithMoreZerosIsTheSameNumber(@ForAll BigDecimal number, @ForAll @IntRange(max = 40) int zeros) {
        UniqueIdentifier plain = new SelfCertifyingId("test").with(number).build();
        UniqueIdentifier padded = new SelfCertifyingId("test")
                .with(number.setScale(number.scale() + zeros))
                .build();
        assertThat(SelfCertifyingId.same(plain, padded)).isTrue();
    }

    @Property
    void anotherNumberGivesAnotherIdentifier(@ForAll BigDecimal left, @ForAll BigDecimal right) {
        UniqueIdentifier one = new SelfCertifyingId("test").with(left).build();
        UniqueIdentifier other = new SelfCertifyingId("test").with(right).build();
        assertThat(SelfCertifyingId.same(one, other)).isEqualTo(left.compareTo(right) == 0);
    }

    @Example
    void anAbsentTextIsNotAnEmptyOne() {
        UniqueIdentifier absent =
                new SelfCertifyingId("test").with((String) null).build();
        UniqueIdentifier empty = new SelfCertifyingId("test").with("").build();
        assertThat(SelfCertifyingId.same(absent, empty)).isFalse();
    }

    @Example
    void theKindKeepsIdentifiersApart() {
        UniqueIdentifier one = new SelfCertifyingId("one").with("x").build();
        UniqueIdentifier other = new SelfCertifyingId("other").with("x").build();
        assertThat(SelfCertifyingId.same(one, other)).isFalse();
    }

    @Example
    void halfACharacterHasNoIdentifier() {
        for (String half : Arrays.asList("\ud800", "a\udfffb", "\udc00\ud800")) {
            assertThatThrownBy(() -> new SelfCertifyingId("test").with(half))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A text with half a character has no digest.");
        }
        assertThat(new SelfCertifyingId("test").with("\ud83d\udcb7").build().getExternalId())
                .hasSize(64);
    }

    @Example
    void aHugeExponentCostsNothing() {
        UniqueIdentifier id = new SelfCertifyingId("test")
                .with(new BigDecimal("1E+2000000000"))
                .build();
        assertThat(id.getExternalId()).hasSize(64);
    }

    @Example
    void identifiersWithoutADigestAreNeverTheSame() {
        UUID uuid = UUID.randomUUID();
        assertThat(new UniqueIdentifier(null, uuid)).isEqualTo(new UniqueIdentifier("x", uuid));
        assertThat(SelfCertifyingId.same(new UniqueIdentifier(null, uuid), new UniqueIdentifier(null, uuid)))
                .isFalse();
        assertThat(SelfCertifyingId.same(new UniqueIdentifier("x", uuid), new UniqueIdentifier("y", uuid)))
                .isFalse();
        assertThat(SelfCertifyingId.same(new UniqueIdentifier("x", uuid), new UniqueIdentifier("x", UUID.randomUUID())))
                .isFalse();
    }
}
