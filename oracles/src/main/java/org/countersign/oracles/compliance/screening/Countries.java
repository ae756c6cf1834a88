package org.countersign.oracles.compliance.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries as lists write them: ISO 3166-1 alpha-2 codes, or names in the publishers' English. */
final class Countries {
    private static final Set<String> CODES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        // Not in ISO 3166-1, but in general use.
        CODES.add("XK");
        NAMES.put(plain("Kosovo"), "XK");
        for (String code : Locale.getISOCountries()) {
            NAMES.put(plain(new Locale("", code).getDisplayCountry(Locale.ENGLISH)), code);
        }
        // OFAC's and the United Nations' own ways to write them.
        String[][] others = {
            {"BO", "Bolivia, Plurinational State of", "Bolivia (Plurinational State of)"},
            {"BS", "Bahamas, The"},
            {"CD", "Congo, Democratic Republic of the", "Democratic Republic of the Congo"},
            {"CG", "Congo, Republic of the", "Republic of the Congo", "Congo"},
            {"CI", "Cote d Ivoire", "Cote d'Ivoire", "Ivory Coast"},
            {"CV", "Cabo Verde", "Cape Verde"},
            {"CZ", "Czech Republic", "Czechia"},
            {"GB", "United Kingdom of Great Britain and Northern Ireland", "Great Britain"},
            {"GM", "Gambia, The"},
            {"HK", "Hong Kong"},
            {"IR", "Iran (Islamic Republic of)", "Islamic Republic of Iran", "Iran, Islamic Republic of"},
            {"KP", "Korea, North", "Democratic People's Republic of Korea", "North Korea", "DPRK"},
            {"KR", "Korea, South", "Republic of Korea", "South Korea"},
            {"LA", "Lao People's Democratic Republic", "Laos"},
            {"LY", "Libyan Arab Jamahiriya"},
            {"MD", "Republic of Moldova"},
            {"MK", "North Macedonia", "Macedonia, The Former Yugoslav Republic of", "North Macedonia, The Republic of"},
            {"MM", "Burma", "Myanmar"},
            {"MO", "Macau", "Macao"},
            {"PS", "Palestinian", "West Bank", "Region: Gaza", "State of Palestine", "Palestine"},
            {"RU", "Russian Federation"},
            {"SY", "Syrian Arab Republic"},
            {"SZ", "Eswatini", "Swaziland"},
            {"TR", "Turkiye", "Turkey"},
            {"TW", "Taiwan"},
            {"TZ", "United Republic of Tanzania"},
            {"UA", "Region: Crimea"},
            {"US", "United States of America", "USA"},
            {"VA", "Holy See"},
            {"VE", "Venezuela (Bolivarian Republic of)", "Venezuela, Bolivarian Republic of"},
            {"VN", "Viet Nam"},
        };
        for (String[] country : others) {
            for (String name : Arrays.asList(country).subList(1, country.length)) {
                NAMES.put(plain(name), country[0]);
            }
        }
    }

    private Countries() {}

    /**
     * The code of a country.
     *
     * @param text a code in either case, ISO 3166-2 of a part of it included, or an English name
     * @return nothing if it is not known
     */
    static Optional<String> codeOf(String text) {
        String trimmed = text.trim();
        String head = trimmed.length() > 2 && trimmed.charAt(2) == '-' ? trimmed.substring(0, 2) : trimmed;
        String code = head.toUpperCase(Locale.ROOT);
        return head.length() == 2 && CODES.contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(NAMES.get(plain(trimmed)));
    }

    private static String plain(String name) {
        return String.join(" ", PlainName.words(name));
    }
}
