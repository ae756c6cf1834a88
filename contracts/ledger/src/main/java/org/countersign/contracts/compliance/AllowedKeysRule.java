package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/** Only certain keys acquire. */
public final class AllowedKeysRule extends KeyListRule {
    /** The rule as the catalogue has it. */
    public static final RuleDescription DESCRIPTION = new RuleDescription(
            AllowedKeysRule.class,
            "allowed-keys",
            Reach.PUBLIC,
            Collections.singletonList(new RuleParameter(
                    "keys",
                    ParameterType.NAMES,
                    "the SHA-256 fingerprints of the keys, 64 capital hexadecimal digits each")),
            "Every key that acquires has one of the fingerprints. The list is part of the "
                    + "definition and so can be read by every member; `allowed-persons` says the same of "
                    + "persons with all their keys. On issue and transfer.",
            Collections.singletonList("No legal source: contractual"),
            Collections.singletonList(
                    "A key that gets its change back only has not acquired, so a holder who is not on the "
                            + "list can sell a part."));

    private final List<String> keys;

    /**
     * Creates a rule.
     *
     * @param keys the SHA-256 fingerprints of the keys, 64 capital hexadecimal digits each
     */
    public AllowedKeysRule(List<String> keys) {
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
        return movement.getAcquirers();
    }

    @Override
    boolean allows(PublicKey key) {
        return keys.contains(KeyFingerprint.of(key));
    }

    @Override
    Finding judge(PublicKey key) {
        return allows(key)
                ? met("The acquirer's key is on the list.")
                : notMet("KEY_NOT_ALLOWED", "An acquirer's key is not on the list of those allowed.");
    }
}
