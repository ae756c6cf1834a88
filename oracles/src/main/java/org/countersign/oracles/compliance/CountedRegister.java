package org.countersign.oracles.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.RegisterTold;

/**
 * The register as one registrar has told it, with what the authority knows of the holders, after a movement.
 *
 * <p>Keys of one person count once, wherever they are. A key of which the authority knows no person is a person of its
 * own, and counts as one of whom nothing is attested: so it is with keys that it does not know at all. A person with
 * several keys counts as of a kind if it is by one of them.
 */
final class CountedRegister implements RegisterFigures {
    private final RegisterQuestion question;
    private final RegisterTold told;
    private final int fractionDigits;
    private final Map<PublicKey, HolderClaims> claims;
    private final Map<PublicKey, BigDecimal> after = new LinkedHashMap<>();
    private final Map<PublicKey, BigDecimal> change = new LinkedHashMap<>();
    private BigDecimal outstanding;

    /**
     * Reads an answer.
     *
     * @param question what was asked; its keys include all that move
     * @param told the answer
     * @param fractionDigits those of the security
     * @param claims of every key in question
     * @param surrendered the holdings that end
     * @param received the holdings that begin
     */
    CountedRegister(
            RegisterQuestion question,
            RegisterTold told,
            int fractionDigits,
            Map<PublicKey, HolderClaims> claims,
            List<Lot> surrendered,
            List<Lot> received) {
        this.question = question;
        this.told = told;
        this.fractionDigits = fractionDigits;
        this.claims = claims;
        this.outstanding = units(told.getOutstanding());
        for (int index = 0; index < question.getKeys().size(); index++) {
            after.put(question.getKeys().get(index), units(told.getHeld().get(index)));
        }
        surrendered.forEach(lot -> move(lot.getHolder(), lot.getQuantity().negate()));
        received.forEach(lot -> move(lot.getHolder(), lot.getQuantity()));
    }

    private void move(PublicKey holder, BigDecimal quantity) {
        after.merge(holder, quantity, BigDecimal::add);
        change.merge(holder, quantity, BigDecimal::add);
        outstanding = outstanding.add(quantity);
    }

    private BigDecimal units(long smallest) {
        return BigDecimal.valueOf(smallest, fractionDigits);
    }

    @Override
    public BigDecimal getOutstanding() {
        return outstanding;
    }

    @Override
    public BigDecimal holdingOf(PublicKey holder) {
        BigDecimal holding = BigDecimal.ZERO;
        for (PublicKey key : keysOf(holder)) {
            holding = holding.add(after.getOrDefault(key, BigDecimal.ZERO));
        }
        return holding.max(BigDecimal.ZERO);
    }

    @Override
    public int countHolders(Predicate<HolderClaims> counted) {
        int count = counted.test(HolderClaims.none()) ? told.getOthers() : 0;
        for (List<PublicKey> person : persons()) {
            if (holds(person).signum() > 0 && counts(person, counted)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public BigDecimal heldBy(Predicate<HolderClaims> counted) {
        BigDecimal held = counted.test(HolderClaims.none()) ? units(told.heldByOthers()) : BigDecimal.ZERO;
        for (List<PublicKey> person : persons()) {
            if (counts(person, counted)) {
                held = held.add(holds(person));
            }
        }
        return held;
    }

    @Override
    public BigDecimal disposedOf(PublicKey holder, Instant since) {
        int beginning = question.getSince().indexOf(since);
        BigDecimal disposed = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (PublicKey key : keysOf(holder)) {
            int disposer = question.getDisposers().indexOf(key);
            if (beginning < 0 || disposer < 0) {
                throw new IllegalStateException("The registrars were not asked what was disposed of since " + since);
            }
            int index = disposer * question.getSince().size() + beginning;
            disposed = disposed.add(units(told.getDisposed().get(index)));
            net = net.add(change.getOrDefault(key, BigDecimal.ZERO));
        }
        return disposed.add(net.negate().max(BigDecimal.ZERO));
    }

    private boolean counts(List<PublicKey> person, Predicate<HolderClaims> counted) {
        return person.stream().anyMatch(key -> counted.test(claimsOf(key)));
    }

    private BigDecimal holds(List<PublicKey> person) {
        BigDecimal held = BigDecimal.ZERO;
        for (PublicKey key : person) {
            held = held.add(after.get(key));
        }
        return held.max(BigDecimal.ZERO);
    }

    private List<List<PublicKey>> persons() {
        Map<Object, List<PublicKey>> persons = new LinkedHashMap<>();
        for (PublicKey key : after.keySet()) {
            String person = claimsOf(key).getPerson();
            persons.computeIfAbsent(person.isEmpty() ? key : person, first -> new ArrayList<>())
                    .add(key);
        }
        return new ArrayList<>(persons.values());
    }

    /** All keys of the person whose key one is. */
    private List<PublicKey> keysOf(PublicKey holder) {
        for (List<PublicKey> person : persons()) {
            if (person.contains(holder)) {
                return person;
            }
        }
        return new ArrayList<>(java.util.Collections.singletonList(holder));
    }

    private HolderClaims claimsOf(PublicKey key) {
        return claims.getOrDefault(key, HolderClaims.none());
    }
}
