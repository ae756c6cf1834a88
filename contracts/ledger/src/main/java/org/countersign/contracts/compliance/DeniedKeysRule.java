package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Certain keys neither acquire nor dispose. */
public final class DeniedKeysRule extends KeyListRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            DeniedKeysRule.class,
            "denied-keys",
            Reach.PUBLIC,
            Collections.singletonList(new RuleParameter(
                    "keys",
                    ParameterType.NAMES,
                    "the SHA-256 fingerprints of the keys, 64 capital hexadecimal digits each")),
            "No key that acquires or disposes has one of the fingerprints. On issue, transfer and "
                    + "redemption. A person can take a new key: `denied-persons` bars all of them.",
            Collections.singletonList("No legal source: contractual; what sanctions demand is `sanctions-clear`"),
            Collections.singletonList(
                    "A barred key can neither buy nor sell nor redeem; what it holds, an order can move."));

    private final List<String> keys;

    /**
     * Creates a rule.
     *
     * @param keys the SHA-256 fingerprints of the keys, 64 capital hexadecimal digits each
     */
    public DeniedKeysRule(List<String> keys) {
        this.keys = DESCRIPTION.checked(0, keys);
        KeyFingerprint.check(DESCRIPTION, this.keys);
    }

    /** The SHA-256 fingerprints of the keys, 64 capital hexadecimal digits each. */
    public List<String> getKeys() {
        return keys;
    }

    @Override
    public RuleDescription getDescription() {
        return DESCRIPTION;
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(keys);
    }

    @Override
    List<PublicKey> judged(NetMovement movement) {
        return movement.getDealers();
    }

    @Override
    boolean allows(PublicKey key) {
        return !keys.contains(KeyFingerprint.of(key));
    }

    @Override
    Finding judge(PublicKey key) {
        return allows(key)
                ? met("No key is on the list of those denied.")
                : notMet("DENIED_KEY", "A key is on the list of those denied.");
    }
}
