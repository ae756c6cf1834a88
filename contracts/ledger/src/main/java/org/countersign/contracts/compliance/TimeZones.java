package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of time zones that rules take: regions of the IANA database as it was in 2014, and UTC. A list of our own,
 * for the JDK's changes with every release of its zone data: what one node took, another one would refuse.
 *
 * <p>What is listed is the name alone. From when to when a zone has which offset comes from the node's zone data; nodes
 * of one network keep them at one release.
 */
public final class TimeZones {
    /** The zone of those who need none. */
    public static final String UTC = "UTC";

    private static final Set<String> NAMES = new TreeSet<>();

    static {
        NAMES.add(UTC);
        add(
                "Africa",
                "Abidjan Accra Addis_Ababa Algiers Asmara Asmera Bamako Bangui Banjul Bissau Blantyre "
                        + "Brazzaville Bujumbura Cairo Casablanca Ceuta Conakry Dakar Dar_es_Salaam Djibouti "
                        + "Douala El_Aaiun Freetown Gaborone Harare Johannesburg Juba Kampala Khartoum Kigali "
                        + "Kinshasa Lagos Libreville Lome Luanda Lubumbashi Lusaka Malabo Maputo Maseru Mbabane "
                        + "Mogadishu Monrovia Nairobi Ndjamena Niamey Nouakchott Ouagadougou Porto-Novo "
                        + "Sao_Tome Timbuktu Tripoli Tunis Windhoek");
        add(
                "America",
                "Adak Anchorage Anguilla Antigua Araguaina Argentina/Buenos_Aires Argentina/Catamarca "
                        + "Argentina/ComodRivadavia Argentina/Cordoba Argentina/Jujuy Argentina/La_Rioja "
                        + "Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan "
                        + "Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Aruba Asuncion Atikokan Atka "
                        + "Bahia Bahia_Banderas Barbados Belem Belize Blanc-Sablon Boa_Vista Bogota Boise "
                        + "Buenos_Aires Cambridge_Bay Campo_Grande Cancun Caracas Catamarca Cayenne Cayman "
                        + "Chicago Chihuahua Coral_Harbour Cordoba Costa_Rica Creston Cuiaba Curacao "
                        + "Danmarkshavn Dawson Dawson_Creek Denver Detroit Dominica Edmonton Eirunepe "
                        + "El_Salvador Ensenada Fort_Wayne Fortaleza Glace_Bay Godthab Goose_Bay Grand_Turk "
                        + "Grenada Guadeloupe Guatemala Guayaquil Guyana Halifax Havana Hermosillo "
                        + "Indiana/Indianapolis Indiana/Knox Indiana/Marengo Indiana/Petersburg "
                        + "Indiana/Tell_City Indiana/Vevay Indiana/Vincennes Indiana/Winamac Indianapolis "
                        + "Inuvik Iqaluit Jamaica Jujuy Juneau Kentucky/Louisville Kentucky/Monticello Knox_IN "
                        + "Kralendijk La_Paz Lima Los_Angeles Louisville Lower_Princes Maceio Managua Manaus "
                        + "Marigot Martinique Matamoros Mazatlan Mendoza Menominee Merida Metlakatla "
                        + "Mexico_City Miquelon Moncton Monterrey Montevideo Montreal Montserrat Nassau "
                        + "New_York Nipigon Nome Noronha North_Dakota/Beulah North_Dakota/Center "
                        + "North_Dakota/New_Salem Ojinaga Panama Pangnirtung Paramaribo Phoenix Port-au-Prince "
                        + "Port_of_Spain Porto_Acre Porto_Velho Puerto_Rico Rainy_River Rankin_Inlet Recife "
                        + "Regina Resolute Rio_Branco Rosario Santa_Isabel Santarem Santiago Santo_Domingo "
                        + "Sao_Paulo Scoresbysund Shiprock Sitka St_Barthelemy St_Johns St_Kitts St_Lucia "
                        + "St_Thomas St_Vincent Swift_Current Tegucigalpa Thule Thunder_Bay Tijuana Toronto "
                        + "Tortola Vancouver Virgin Whitehorse Winnipeg Yakutat Yellowknife");
        add(
                "Antarctica",
                "Casey Davis DumontDUrville Macquarie Mawson McMurdo Palmer Rothera South_Pole Syowa "
                        + "Troll Vostok");
        add("Arctic", "Longyearbyen");
        add(
                "Asia",
                "Aden Almaty Amman Anadyr Aqtau Aqtobe Ashgabat Ashkhabad Baghdad Bahrain Baku "
                        + "Bangkok Beirut Bishkek Brunei Calcutta Choibalsan Chongqing Chungking Colombo Dacca "
                        + "Damascus Dhaka Dili Dubai Dushanbe Gaza Harbin Hebron Ho_Chi_Minh Hong_Kong Hovd "
                        + "Irkutsk Istanbul Jakarta Jayapura Jerusalem Kabul Kamchatka Karachi Kashgar "
                        + "Kathmandu Katmandu Khandyga Kolkata Krasnoyarsk Kuala_Lumpur Kuching Kuwait Macao "
                        + "Macau Magadan Makassar Manila Muscat Nicosia Novokuznetsk Novosibirsk Omsk Oral "
                        + "Phnom_Penh Pontianak Pyongyang Qatar Qyzylorda Rangoon Riyadh Saigon Sakhalin "
                        + "Samarkand Seoul Shanghai Singapore Taipei Tashkent Tbilisi Tehran Tel_Aviv Thimbu "
                        + "Thimphu Tokyo Ujung_Pandang Ulaanbaatar Ulan_Bator Urumqi Ust-Nera Vientiane "
                        + "Vladivostok Yakutsk Yekaterinburg Yerevan");
        add(
                "Atlantic",
                "Azores Bermuda Canary Cape_Verde Faeroe Faroe Jan_Mayen Madeira Reykjavik "
                        + "South_Georgia St_Helena Stanley");
        add(
                "Australia",
                "ACT Adelaide Brisbane Broken_Hill Canberra Currie Darwin Eucla Hobart LHI Lindeman "
                        + "Lord_Howe Melbourne NSW North Perth Queensland South Sydney Tasmania Victoria West "
                        + "Yancowinna");
        add(
                "Europe",
                "Amsterdam Andorra Athens Belfast Belgrade Berlin Bratislava Brussels Bucharest "
                        + "Budapest Busingen Chisinau Copenhagen Dublin Gibraltar Guernsey Helsinki Isle_of_Man "
                        + "Istanbul Jersey Kaliningrad Kiev Lisbon Ljubljana London Luxembourg Madrid Malta "
                        + "Mariehamn Minsk Monaco Moscow Nicosia Oslo Paris Podgorica Prague Riga Rome Samara "
                        + "San_Marino Sarajevo Simferopol Skopje Sofia Stockholm Tallinn Tirane Tiraspol "
                        + "Uzhgorod Vaduz Vatican Vienna Vilnius Volgograd Warsaw Zagreb Zaporozhye Zurich");
        add(
                "Indian",
                "Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Maldives Mauritius Mayotte " + "Reunion");
        add(
                "Pacific",
                "Apia Auckland Chatham Chuuk Easter Efate Enderbury Fakaofo Fiji Funafuti Galapagos "
                        + "Gambier Guadalcanal Guam Honolulu Johnston Kiritimati Kosrae Kwajalein Majuro "
                        + "Marquesas Midway Nauru Niue Norfolk Noumea Pago_Pago Palau Pitcairn Pohnpei Ponape "
                        + "Port_Moresby Rarotonga Saipan Samoa Tahiti Tarawa Tongatapu Truk Wake Wallis Yap");
    }

    private TimeZones() {}

    private static void add(String area, String places) {
        for (String place : places.split(" ")) {
            NAMES.add(area + "/" + place);
        }
    }

    /**
     * Whether a text is the name of a zone.
     *
     * @param text the text
     * @return whether rules take it
     */
    public static boolean isName(String text) {
        return NAMES.contains(text);
    }

    /** All names, sorted. */
    public static List<String> names() {
        return Collections.unmodifiableList(new ArrayList<>(NAMES));
    }
}
