package org.countersign.oracles.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/** What is attested of a key: everything that its holder is called, and claims by kind, each until it expires. */
final class AttestedHolder {
    private final Set<String> identifiers;
    private final Map<String, AttestedClaims> claims;
    // What the authority sees itself, which no time takes away.
    private final Map<String, String> seen;

    private AttestedHolder(
            Collection<String> identifiers, Collection<AttestedClaims> claims, Map<String, String> seen) {
        Set<String> names = new LinkedHashSet<>(identifiers);
        names.remove("");
        this.identifiers = Collections.unmodifiableSet(names);
        Map<String, AttestedClaims> kinds = new LinkedHashMap<>();
        claims.forEach(part -> kinds.put(part.getKind(), part));
        this.claims = Collections.unmodifiableMap(kinds);
        this.seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }

    /**
     * Creates one.
     *
     * @param identifiers what the person is called; empty names count for nothing
     * @param claims at most one of a kind
     */
    AttestedHolder(Collection<String> identifiers, Collection<AttestedClaims> claims) {
        this(identifiers, claims, Collections.emptyMap());
    }

    /** Of whom nothing is attested. */
    static AttestedHolder nobody() {
        return new AttestedHolder(Collections.emptySet(), Collections.emptySet());
    }

    Set<String> getIdentifiers() {
        return identifiers;
    }

    Collection<AttestedClaims> getClaims() {
        return claims.values();
    }

    /** The same holder with a fact that the authority sees itself and that goes before what others attest. */
    AttestedHolder seeing(String claim, String value) {
        Map<String, String> more = new TreeMap<>(seen);
        more.put(claim, value);
        return new AttestedHolder(identifiers, claims.values(), more);
    }

    /** What counts for what ends then. Who somebody is does not lapse: the keys of one person stay one person's. */
    HolderClaims at(Instant end) {
        return at(end, part -> true);
    }

    /**
     * What counts for what ends then, where some of it may have been withdrawn.
     *
     * @param end when it ends
     * @param stands whether claims are not withdrawn; asked of those only that have not expired
     */
    HolderClaims at(Instant end, Predicate<AttestedClaims> stands) {
        Map<String, String> values = new TreeMap<>();
        claims.values().stream()
                .filter(part -> part.lasts(end) && stands.test(part))
                .forEach(part -> values.putAll(part.getValues()));
        values.putAll(seen);
        return called(values);
    }

    /** All that was ever attested, also what has expired: names and dates of birth do not lapse. */
    HolderClaims ever() {
        Map<String, String> values = new TreeMap<>();
        claims.values().forEach(part -> values.putAll(part.getValues()));
        values.putAll(seen);
        return called(values);
    }

    private HolderClaims called(Map<String, String> values) {
        Optional<String> first = identifiers.stream().findFirst();
        return new HolderClaims(first.orElse(""), new ArrayList<>(identifiers), values);
    }

    /**
     * What is known after this was presented. A person that is known stays known by all its names, and a credential
     * that is not shown this time counts on. What an authority has on record itself takes the place of everything,
     * except that it leaves a person its names if it gives none; and it counts no longer than it is there.
     *
     * @param before what was known
     * @param end when what is judged ends
     */
    AttestedHolder after(AttestedHolder before, Instant end) {
        boolean record = claims.containsKey(AttestedClaims.RECORD);
        Set<String> names = new LinkedHashSet<>(identifiers);
        if (!record || names.isEmpty()) {
            names.addAll(before.identifiers);
        }
        List<AttestedClaims> all = new ArrayList<>();
        if (!record) {
            before.claims.values().stream()
                    .filter(part -> !part.isRecord() && !claims.containsKey(part.getKind()))
                    .forEach(all::add);
        }
        claims.values().forEach(part -> {
            AttestedClaims known = before.claims.get(part.getKind());
            all.add(known == null || record ? part : part.after(known, end));
        });
        return new AttestedHolder(names, all, seen);
    }
}
