package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countersign.contracts.identity.HolderClaims;

/**
 * Tells which keys are one person's: those that share a name of a person, be it by way of others. Who shows its legal
 * entity identifier for one key and only a provider's name for another is one person as soon as one key has both.
 */
final class Persons {
    private final Map<String, String> parents = new TreeMap<>();

    private Persons(Collection<HolderClaims> all) {
        for (HolderClaims claims : all) {
            claims.getIdentifiers()
                    .forEach(name ->
                            parents.put(root(name), root(claims.getIdentifiers().get(0))));
        }
    }

    /**
     * Gives all keys of a person the same person and all of its names.
     *
     * @param claims of each key, by what is known of it alone
     * @return the same keys in the same order
     */
    static Map<PublicKey, HolderClaims> joined(Map<PublicKey, HolderClaims> claims) {
        Persons persons = new Persons(claims.values());
        Map<String, Set<String>> names = new TreeMap<>();
        persons.parents
                .keySet()
                .forEach(name -> names.computeIfAbsent(persons.root(name), first -> new TreeSet<>())
                        .add(name));
        Map<PublicKey, HolderClaims> joined = new LinkedHashMap<>();
        claims.forEach((key, known) -> {
            List<String> all = known.getIdentifiers().isEmpty()
                    ? Collections.emptyList()
                    : new ArrayList<>(
                            names.get(persons.root(known.getIdentifiers().get(0))));
            joined.put(key, new HolderClaims(all.isEmpty() ? "" : all.get(0), all, known.getValues()));
        });
        return joined;
    }

    /**
     * What is known of a key now, by all names that it had before too.
     *
     * @param before what was known of it
     * @param now what is attested of it now
     */
    static HolderClaims named(HolderClaims before, HolderClaims now) {
        Set<String> names = new LinkedHashSet<>(now.getIdentifiers());
        names.addAll(before.getIdentifiers());
        return new HolderClaims(names.stream().findFirst().orElse(""), new ArrayList<>(names), now.getValues());
    }

    /**
     * The keys of some persons.
     *
     * @param some keys of theirs
     * @param joined all that are known, with the person of each
     * @return those, and the other keys of the same persons
     */
    static Set<PublicKey> keysOf(Set<PublicKey> some, Map<PublicKey, HolderClaims> joined) {
        Set<String> persons = new TreeSet<>();
        some.forEach(
                key -> persons.add(joined.getOrDefault(key, HolderClaims.none()).getPerson()));
        persons.remove("");
        Set<PublicKey> keys = new LinkedHashSet<>(some);
        joined.forEach((key, claims) -> {
            if (persons.contains(claims.getPerson())) {
                keys.add(key);
            }
        });
        return keys;
    }

    private String root(String name) {
        String root = name;
        while (parents.containsKey(root) && !parents.get(root).equals(root)) {
            root = parents.get(root);
        }
        parents.putIfAbsent(root, root);
        // So that long chains are walked once.
        parents.put(name, root);
        return root;
    }
}
