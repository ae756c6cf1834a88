package org.countersign.workflows.identity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Aspect;

/**
 * Which claims the authorities of an aspect get to see. This is the one place that says so: the holder's node presents
 * by it, whatever it is asked for.
 *
 * <p>{@code IDENTITY} sees who a holder is and that it is known to a provider. {@code COMPLIANCE} sees all that rules
 * judge. The others see nothing.
 */
public final class ClaimDisclosure {
    /** What a provider calls the holder; shown with every credential that is presented. */
    static final String SUBJECT = "sub";

    private static final Map<ClaimKind, List<String>> IDENTITY = new EnumMap<>(ClaimKind.class);

    static {
        IDENTITY.put(ClaimKind.LEGAL_IDENTITY, Arrays.asList(HolderClaims.LEI, HolderClaims.LEGAL_NAME));
        IDENTITY.put(ClaimKind.KYC, Arrays.asList(HolderClaims.KYC_LEVEL, HolderClaims.KYC_CHECKED));
    }

    private ClaimDisclosure() {}

    /**
     * The claims of a kind that an aspect sees.
     *
     * @param aspect the aspect
     * @param kind the kind of credential
     * @return the names of the claims; with none of them the credential is not presented
     */
    public static List<String> visible(Aspect aspect, ClaimKind kind) {
        switch (aspect) {
            case IDENTITY:
                return IDENTITY.getOrDefault(kind, Collections.emptyList());
            case COMPLIANCE:
                return kind.getClaims();
            default:
                return Collections.emptyList();
        }
    }
}
