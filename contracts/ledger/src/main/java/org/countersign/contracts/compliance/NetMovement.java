package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.identity.HolderClaims;

/**
 * Who gains and who loses units of the security in a movement, key by key. A key that only gets its change back has
 * disposed of the difference and acquired nothing; a transfer to oneself moves nothing.
 */
public final class NetMovement {
    private final Map<PublicKey, BigDecimal> changes;
    private final List<PublicKey> acquirers;
    private final List<PublicKey> disposers;
    private final List<PublicKey> dealers;

    private NetMovement(Map<PublicKey, BigDecimal> changes) {
        this.changes = changes;
        this.acquirers = Collections.unmodifiableList(withSign(1));
        this.disposers = Collections.unmodifiableList(withSign(-1));
        List<PublicKey> both = new ArrayList<>(disposers);
        both.addAll(acquirers);
        this.dealers = Collections.unmodifiableList(both);
    }

    /**
     * Nets a movement.
     *
     * @param facts the movement
     * @return each key once, in order of appearance: givers first
     */
    public static NetMovement of(ComplianceFacts facts) {
        Map<PublicKey, BigDecimal> changes = new LinkedHashMap<>();
        for (Lot lot : facts.getSurrendered()) {
            changes.merge(lot.getHolder(), lot.getQuantity().negate(), BigDecimal::add);
        }
        for (Lot lot : facts.getReceived()) {
            changes.merge(lot.getHolder(), lot.getQuantity(), BigDecimal::add);
        }
        return new NetMovement(changes);
    }

    /** The keys that hold more than before. */
    public List<PublicKey> getAcquirers() {
        return acquirers;
    }

    /** The keys that hold less than before. */
    public List<PublicKey> getDisposers() {
        return disposers;
    }

    /**
     * The keys that hold more or less than before.
     *
     * @return givers first
     */
    public List<PublicKey> getDealers() {
        return dealers;
    }

    /**
     * Whether at most one of some keys acquires, and at most one disposes.
     *
     * @param keys some of those who deal
     */
    boolean isOneOfEach(List<PublicKey> keys) {
        return keys.stream().filter(acquirers::contains).count() <= 1
                && keys.stream().filter(disposers::contains).count() <= 1;
    }

    /**
     * How much more a key holds than before.
     *
     * @param holder a key
     * @return in units, negative if it holds less
     */
    public BigDecimal changeOf(PublicKey holder) {
        return changes.getOrDefault(holder, BigDecimal.ZERO);
    }

    /**
     * How much more a person holds than before, under all keys that are known to be its own.
     *
     * @param holder one of its keys
     * @param facts who is behind which key
     * @return in units, negative if it holds less
     */
    public BigDecimal changeOfPerson(PublicKey holder, ComplianceFacts facts) {
        String person = personOf(holder, facts);
        if (person.isEmpty()) {
            return changeOf(holder);
        }
        BigDecimal change = BigDecimal.ZERO;
        for (Map.Entry<PublicKey, BigDecimal> entry : changes.entrySet()) {
            if (personOf(entry.getKey(), facts).equals(person)) {
                change = change.add(entry.getValue());
            }
        }
        return change;
    }

    private static String personOf(PublicKey holder, ComplianceFacts facts) {
        return facts.claimsOf(holder).map(HolderClaims::getPerson).orElse("");
    }

    private List<PublicKey> withSign(int sign) {
        List<PublicKey> keys = new ArrayList<>();
        changes.forEach((key, change) -> {
            if (change.signum() == sign) {
                keys.add(key);
            }
        });
        return keys;
    }
}
