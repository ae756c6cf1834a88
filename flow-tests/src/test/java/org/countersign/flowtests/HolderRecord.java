package org.countersign.flowtests;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.identity.InvestorCategory;

/** What an authority has on record of one holder: a line of its file, in the words of the tests. */
final class HolderRecord {
    private final String holder;
    private final String person;
    private String residence = "";
    private List<InvestorCategory> categories = new ArrayList<>();
    private String checked = "";
    private int level;
    private String sanctions = "clear";

    private HolderRecord(String holder, String person) {
        this.holder = holder;
        this.person = person;
    }

    /** Of a member that no list names. */
    static HolderRecord of(CordaX500Name member, String residence, InvestorCategory... categories) {
        HolderRecord made = new HolderRecord("\"" + member + "\"", member.getOrganisation());
        made.residence = residence;
        made.categories = Arrays.asList(categories);
        return made;
    }

    /** Of a client, by its key. */
    static HolderRecord of(PublicKey key, String person, String residence, InvestorCategory... categories) {
        HolderRecord made = new HolderRecord(CryptoUtils.toStringShort(key), person);
        made.residence = residence;
        made.categories = Arrays.asList(categories);
        return made;
    }

    /** Who it is has been checked, to this level, on this day. */
    HolderRecord checked(int newLevel, String day) {
        level = newLevel;
        checked = day + "T12:00:00Z";
        return this;
    }

    /** It is on a sanctions list. */
    HolderRecord listed() {
        sanctions = "hit";
        return this;
    }

    static String header() {
        List<String> columns = new ArrayList<>(Arrays.asList(
                "holder", "person", "valid_until", HolderClaims.RESIDENCE, HolderClaims.INVESTOR_CATEGORIES));
        for (InvestorCategory category : InvestorCategory.values()) {
            columns.add(HolderClaims.ruleClaim(category));
        }
        columns.addAll(Arrays.asList(HolderClaims.KYC_LEVEL, HolderClaims.KYC_CHECKED, HolderClaims.SANCTIONS));
        return String.join(",", columns);
    }

    String line() {
        List<String> values = new ArrayList<>(Arrays.asList(
                holder,
                person,
                "",
                residence,
                categories.stream().map(Enum::name).collect(Collectors.joining(" "))));
        for (InvestorCategory category : InvestorCategory.values()) {
            values.add(categories.contains(category) ? law(category) : "");
        }
        values.addAll(Arrays.asList(level == 0 ? "" : String.valueOf(level), checked, sanctions));
        return String.join(",", values);
    }

    private static String law(InvestorCategory category) {
        switch (category) {
            case ACCREDITED:
                return "17 CFR 230.501(a)(3)";
            case QUALIFIED_INSTITUTIONAL_BUYER:
                return "17 CFR 230.144A(a)(1)(i)";
            case ELIGIBLE_COUNTERPARTY:
                return "Directive 2014/65/EU article 30(2)";
            case PROFESSIONAL:
                return "Directive 2014/65/EU annex II section I";
            case RETAIL:
                return "Directive 2014/65/EU article 4(1)(11)";
            default:
                throw new AssertionError(category);
        }
    }
}
