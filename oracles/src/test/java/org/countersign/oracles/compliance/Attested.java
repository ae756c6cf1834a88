package org.countersign.oracles.compliance;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;

/** What tests attest of holders. */
final class Attested {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    static final String LIST = "A0B1";

    private Attested() {}

    static AttestedHolder holder(List<String> names, AttestedClaims... claims) {
        return new AttestedHolder(names, Arrays.asList(claims));
    }

    static AttestedHolder holder(String name, AttestedClaims... claims) {
        return holder(Collections.singletonList(name), claims);
    }

    static AttestedClaims identity(int place, Instant issued, String residence) {
        return claims(ClaimKind.LEGAL_IDENTITY, place, issued, ImmutableMap.of(HolderClaims.RESIDENCE, residence));
    }

    static AttestedClaims kyc(int place) {
        return claims(ClaimKind.KYC, place, NOW, ImmutableMap.of(HolderClaims.KYC_LEVEL, "2"));
    }

    static AttestedClaims claims(ClaimKind kind, int place, Instant issued, Map<String, String> values) {
        return new AttestedClaims(kind.name(), issued, JUNE, LIST, place, values);
    }

    static AttestedClaims record(String name, String value) {
        return AttestedClaims.recorded(Instant.MAX, ImmutableMap.of(name, value));
    }
}
