package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.countersign.contracts.identity.HolderClaims;

/** A register as rules see it: what was held before a dealing, and others who take no part in it. */
final class Book implements RegisterFigures {
    private final Dealing dealing;
    private final Map<PublicKey, BigDecimal> before = new LinkedHashMap<>();
    private final Map<PublicKey, Map<Instant, BigDecimal>> disposals = new HashMap<>();
    private int others;
    private BigDecimal eachOfThem = BigDecimal.ZERO;
    private HolderClaims claimsOfOthers = HolderClaims.none();

    private Book(Dealing dealing) {
        this.dealing = dealing;
    }

    /** The register behind a dealing, which judges by it from then on. */
    static Book behind(Dealing dealing) {
        Book book = new Book(dealing);
        dealing.registered(book);
        return book;
    }

    Book holds(PublicKey holder, String quantity) {
        before.put(holder, new BigDecimal(quantity));
        return this;
    }

    Book others(int number, String quantityOfEach, HolderClaims claims) {
        others = number;
        eachOfThem = new BigDecimal(quantityOfEach);
        claimsOfOthers = claims;
        return this;
    }

    Book disposed(PublicKey holder, String quantity, String when) {
        disposals.computeIfAbsent(holder, key -> new HashMap<>()).put(Instant.parse(when), new BigDecimal(quantity));
        return this;
    }

    Dealing facts() {
        return dealing;
    }

    private String personOf(PublicKey key) {
        HolderClaims claims = claimsOf(key);
        return claims.getPerson().isEmpty() ? KeyFingerprint.of(key) : claims.getPerson();
    }

    private HolderClaims claimsOf(PublicKey key) {
        return dealing.claimsOf(key).orElse(HolderClaims.none());
    }

    private Map<PublicKey, BigDecimal> after() {
        Map<PublicKey, BigDecimal> after = new LinkedHashMap<>(before);
        NetMovement movement = NetMovement.of(dealing);
        movement.getDealers().forEach(key -> after.merge(key, movement.changeOf(key), BigDecimal::add));
        return after;
    }

    @Override
    public BigDecimal getOutstanding() {
        return after().values().stream().reduce(eachOfThem.multiply(BigDecimal.valueOf(others)), BigDecimal::add);
    }

    @Override
    public BigDecimal holdingOf(PublicKey holder) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<PublicKey, BigDecimal> entry : after().entrySet()) {
            sum = personOf(entry.getKey()).equals(personOf(holder)) ? sum.add(entry.getValue()) : sum;
        }
        return sum;
    }

    @Override
    public int countHolders(Predicate<HolderClaims> counted) {
        long known = after().keySet().stream()
                .filter(key -> holdingOf(key).signum() > 0 && counted.test(claimsOf(key)))
                .map(this::personOf)
                .distinct()
                .count();
        return Math.toIntExact(known) + (counted.test(claimsOfOthers) ? others : 0);
    }

    @Override
    public BigDecimal heldBy(Predicate<HolderClaims> counted) {
        BigDecimal sum =
                counted.test(claimsOfOthers) ? eachOfThem.multiply(BigDecimal.valueOf(others)) : BigDecimal.ZERO;
        for (Map.Entry<PublicKey, BigDecimal> entry : after().entrySet()) {
            sum = counted.test(claimsOf(entry.getKey())) ? sum.add(entry.getValue()) : sum;
        }
        return sum;
    }

    @Override
    public BigDecimal disposedOf(PublicKey holder, Instant since) {
        BigDecimal sum = BigDecimal.ZERO;
        NetMovement movement = NetMovement.of(dealing);
        for (PublicKey disposer : movement.getDisposers()) {
            if (personOf(disposer).equals(personOf(holder))) {
                sum = sum.subtract(movement.changeOf(disposer));
            }
        }
        for (Map.Entry<PublicKey, Map<Instant, BigDecimal>> entry : disposals.entrySet()) {
            if (personOf(entry.getKey()).equals(personOf(holder))) {
                for (Map.Entry<Instant, BigDecimal> disposal : entry.getValue().entrySet()) {
                    sum = disposal.getKey().isBefore(since) ? sum : sum.add(disposal.getValue());
                }
            }
        }
        return sum;
    }
}
