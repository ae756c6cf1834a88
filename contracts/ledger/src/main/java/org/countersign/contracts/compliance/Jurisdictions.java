package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Jurisdictions by the codes of ISO 3166-1 alpha-2 and ISO 3166-2. A country contains its parts: {@code US} contains
 * {@code US-NY}.
 */
final class Jurisdictions {
    // A list of our own: the JDK's changes with its version, and nodes must agree. As of ISO 3166-1:2020.
    private static final Set<String> COUNTRIES = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(
            ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW "
                            + "BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
                            + "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
                            + "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR "
                            + "KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR "
                            + "MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
                            + "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST "
                            + "SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE "
                            + "VG VI VN VU WF WS YE YT ZA ZM ZW")
                    .split(" "))));
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private Jurisdictions() {}

    /** Whether a text is the code of a country, or of a part of one by its form. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches() && COUNTRIES.contains(text.substring(0, 2));
    }

    static Set<String> countries() {
        return COUNTRIES;
    }

    /** Whether one who is in {@code place} is certainly in one of the jurisdictions. */
    static boolean contain(List<String> jurisdictions, String place) {
        return jurisdictions.stream().anyMatch(jurisdiction -> contains(jurisdiction, place));
    }

    /** Whether one who is in {@code place} may be in one of them: in {@code US} one may be in {@code US-NY}. */
    static boolean mayContain(List<String> jurisdictions, String place) {
        return jurisdictions.stream()
                .anyMatch(jurisdiction -> contains(jurisdiction, place) || contains(place, jurisdiction));
    }

    private static boolean contains(String whole, String part) {
        return part.startsWith(whole) && (part.length() == whole.length() || part.charAt(whole.length()) == '-');
    }
}
