package org.countersign.language.vocabulary;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The codes of ISO 3166-1 and ISO 4217 as of January 2026. They are listed here and not taken from the JDK, whose lists
 * change with its version: a source must compile alike everywhere.
 */
public final class IsoCodes {
    private static final List<String> COUNTRIES =
            list("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN "
                    + "BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
                    + "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL "
                    + "GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM "
                    + "JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
                    + "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
                    + "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD "
                    + "SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
                    + "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW");
    private static final List<String> CURRENCIES =
            list("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD "
                    + "BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB "
                    + "EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK "
                    + "JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
                    + "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
                    + "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
                    + "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST "
                    + "XAF XCD XCG XOF XPF YER ZAR ZMW ZWG");
    private static final Pattern PART = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private IsoCodes() {}

    private static List<String> list(String codes) {
        return Collections.unmodifiableList(Arrays.asList(codes.split(" ")));
    }

    /** The alpha-2 codes of ISO 3166-1, officially assigned, sorted. */
    public static List<String> countries() {
        return COUNTRIES;
    }

    /** The alphabetic codes of ISO 4217 that are legal tender somewhere, sorted. */
    public static List<String> currencies() {
        return CURRENCIES;
    }

    /**
     * Whether a code names a jurisdiction.
     *
     * @param code the code
     * @return whether it is a country, or has the shape of an ISO 3166-2 code of a part of one
     */
    public static boolean isJurisdiction(String code) {
        return COUNTRIES.contains(code) || PART.matcher(code).matches() && COUNTRIES.contains(code.substring(0, 2));
    }
}
