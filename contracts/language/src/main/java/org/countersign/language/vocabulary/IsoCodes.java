package org.countersign.language.vocabulary;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The codes of ISO 3166-1, ISO 3166-2 and ISO 4217 as of January 2026. They are listed here and not taken from the JDK,
 * whose lists change with its version: a source must compile alike everywhere.
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
            list("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD "
                    + "BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB "
                    + "EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK "
                    + "JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
                    + "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
                    + "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
                    + "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST "
                    + "XAF XCD XCG XOF XPF YER ZAR ZMW ZWG");
    // Of these, others than listed are errors; of other countries a part's code is known by its form.
    private static final Map<String, Set<String>> PARTS = parts("AE AJ AZ DU FU RK SH UQ; "
            + "AT 1 2 3 4 5 6 7 8 9; "
            + "AU ACT NSW NT QLD SA TAS VIC WA; "
            + "BE BRU VAN VBR VLG VLI VOV VWV WAL WBR WHT WLG WLX WNA; "
            + "BR AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO; "
            + "CA AB BC MB NB NL NS NT NU ON PE QC SK YT; "
            + "CH AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH; "
            + "DE BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH; "
            + "JP 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
            + "29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47; "
            + "LI 01 02 03 04 05 06 07 08 09 10 11; "
            + "LU CA CL DI EC ES GR LU ME RD RM VD WI; "
            + "MX AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE "
            + "QUE ROO SIN SLP SON TAB TAM TLA VER YUC ZAC; "
            + "NL AW BQ1 BQ2 BQ3 CW DR FL FR GE GR LI NB NH OV SX UT ZE ZH; "
            + "SG 01 02 03 04 05; "
            + "US AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP "
            + "MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY; ");
    private static final List<String> WITHOUT_MINOR_UNIT =
            list("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
    private static final List<String> OF_THOUSANDTHS = list("BHD IQD JOD KWD LYD OMR TND");
    private static final Pattern PART = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private IsoCodes() {}

    private static List<String> list(String codes) {
        return Collections.unmodifiableList(Arrays.asList(codes.split(" ")));
    }

    private static Map<String, Set<String>> parts(String listed) {
        Map<String, Set<String>> parts = new HashMap<>();
        for (String line : listed.split("; ")) {
            List<String> codes = list(line);
            Set<String> whole = new TreeSet<>();
            codes.subList(1, codes.size()).forEach(code -> whole.add(codes.get(0) + "-" + code));
            parts.put(codes.get(0), Collections.unmodifiableSet(whole));
        }
        return Collections.unmodifiableMap(parts);
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
     * @return whether it is a country, one of {@link #partsOf} of a country that has some, or has the shape of an ISO
     *     3166-2 code of a part of another country
     */
    public static boolean isJurisdiction(String code) {
        if (COUNTRIES.contains(code) || !PART.matcher(code).matches()) {
            return COUNTRIES.contains(code);
        }
        String country = code.substring(0, 2);
        return COUNTRIES.contains(country)
                && (partsOf(country).isEmpty() || partsOf(country).contains(code));
    }

    /**
     * The parts of a country.
     *
     * @param country its alpha-2 code
     * @return their codes of ISO 3166-2; empty if they are not listed here
     */
    public static Set<String> partsOf(String country) {
        return PARTS.getOrDefault(country, Collections.emptySet());
    }

    /**
     * The decimals of a currency's smallest unit, as ISO 4217 has them.
     *
     * @param currency the alphabetic code
     * @return 0 to 3
     */
    public static int decimals(String currency) {
        return WITHOUT_MINOR_UNIT.contains(currency) ? 0 : OF_THOUSANDTHS.contains(currency) ? 3 : 2;
    }
}
