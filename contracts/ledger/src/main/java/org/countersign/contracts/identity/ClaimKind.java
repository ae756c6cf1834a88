package org.countersign.contracts.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/**
 * A kind of fact that a provider vouches for about a holder. A credential is of one kind, and providers are accepted
 * kind by kind: who may say what a company is called need not be who may say that it is a professional investor.
 *
 * <p>What a claim says stands in no transaction; only its kind is named on the ledger.
 */
@CordaSerializable
public enum ClaimKind {
    /** Who the holder is: LEI (ISO 17442) or none, legal name, residence and citizenship (ISO 3166). */
    LEGAL_IDENTITY(HolderClaims.LEI, HolderClaims.LEGAL_NAME, HolderClaims.RESIDENCE, HolderClaims.CITIZENSHIP),
    /** Which categories of investors the holder belongs to, each with the rule of law that it rests on. */
    INVESTOR_CATEGORY(categories()),
    /** How thoroughly the provider has come to know its customer, and when. */
    KYC(HolderClaims.KYC_LEVEL, HolderClaims.KYC_CHECKED),
    /** Whether the holder is a politically exposed person (FATF Recommendation 12). */
    POLITICAL_EXPOSURE(HolderClaims.POLITICALLY_EXPOSED),
    /** Where the holder is resident for tax (ISO 3166-1). */
    TAX_RESIDENCE(HolderClaims.TAX_RESIDENCE),
    /** When a natural person was born. */
    BIRTH_DATE(HolderClaims.BIRTH_DATE);

    private final List<String> claims;

    ClaimKind(String... claims) {
        this.claims = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(claims)));
    }

    private static String[] categories() {
        List<String> names = new ArrayList<>();
        names.add(HolderClaims.INVESTOR_CATEGORIES);
        for (InvestorCategory category : InvestorCategory.values()) {
            names.add(HolderClaims.ruleClaim(category));
        }
        return names.toArray(new String[0]);
    }

    /** The names of the claims that a credential of this kind can make, as in {@link HolderClaims}. */
    public List<String> getClaims() {
        return claims;
    }
}
