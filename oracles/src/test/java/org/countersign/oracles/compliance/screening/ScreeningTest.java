package org.countersign.oracles.compliance.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    Path directory;

    private static ScreenedPerson person(String name, String born, String... countries) {
        return new ScreenedPerson(name, born == null ? null : LocalDate.parse(born), ImmutableSet.copyOf(countries));
    }

    private static ScreeningHit best(Screening screening, ScreenedPerson person) throws DataFileException {
        return screening.screen(person, NOW).getLikenesses().get(0);
    }

    @Test
    @DisplayName("a person is found in every list, with list, version, entry, name and score")
    void allLists() throws Exception {
        Screening screening = MadeUpLists.screening(MadeUpLists.settings());
        ScreeningResult result = screening.screen(person("Иван Зарецков", null), NOW);
        assertThat(result.isClear()).isFalse();
        assertThat(result.hits()).extracting(ScreeningHit::getList).containsExactlyInAnyOrder("OFAC", "OFAC by CSV");
        assertThat(result.hits().get(0).toString())
                .matches("OFAC 2026-10-30/[0-9a-f]{12}, entry 90001 'Ivan Petrovich ZARETSKOV',"
                        + " score 87 \\(names 87, birth SILENT, country SILENT\\)");
        for (String name : new String[] {
            "Jerome Kabandou Merouez", "Mohammed Yussuf Al Rashimi", "Oresund Skargard Handels", "محمد يوسف الراشيمي"
        }) {
            assertThat(screening.screen(person(name, null), NOW).isClear())
                    .as(name)
                    .isFalse();
        }
        assertThat(screening.screen(person("Issuer Bank", null, "GB"), NOW).getLikenesses())
                .isEmpty();
        assertThat(screening.versions(NOW)).hasSize(5);
    }

    @Test
    @DisplayName("birth and country put the score right, by the points that are written down")
    void evidence() throws Exception {
        Screening screening = MadeUpLists.screening(MadeUpLists.settings());
        assertThat(best(screening, person("Ivan Petrovich Zaretskov", null)).getScore())
                .isEqualTo(100);
        ScreeningHit other = best(screening, person("Ivan Petrovich Zaretskov", "1990-01-01", "FR"));
        assertThat(other.getScore()).isEqualTo(77);
        assertThat(other.getBirth()).isEqualTo(Evidence.CONTRADICTS);
        assertThat(other.getCountry()).isEqualTo(Evidence.CONTRADICTS);
        assertThat(screening
                        .screen(person("Ivan Petrovich Zaretskov", "1990-01-01", "FR"), NOW)
                        .isClear())
                .isTrue();
        ScreeningHit same = best(screening, person("Ivan Zaretskov", "1961-03-07", "RU"));
        assertThat(same.getScore()).isEqualTo(same.getNameScore() + 7);
        // Day and month changed places, and a year beside: neither speaks for nor against.
        assertThat(best(screening, person("Ivan Zaretskov", "1961-07-03")).getBirth())
                .isEqualTo(Evidence.SILENT);
        assertThat(best(screening, person("Ivan Zaretskov", "1960-07-03")).getBirth())
                .isEqualTo(Evidence.SILENT);
        assertThat(best(screening, person("The Smelter", null)).getScore()).isEqualTo(90);
    }

    @Test
    @DisplayName("a likeness that somebody has cleared is no hit, for that person and entry alone")
    void cleared() throws Exception {
        Map<String, Object> settings = MadeUpLists.settings();
        settings.put(
                "cleared",
                Collections.singletonList(ImmutableMap.of(
                        "list",
                        "UN",
                        "entry",
                        "XXe.001",
                        "person",
                        "Kwangsan Trading",
                        "reason",
                        "Other firm, 2026-10-01")));
        Screening screening = MadeUpLists.screening(settings);
        ScreeningResult result = screening.screen(person("Trading, Kwangsan", null), NOW);
        assertThat(result.isClear()).isTrue();
        assertThat(result.getLikenesses().get(0).getCleared()).isEqualTo("Other firm, 2026-10-01");
        assertThat(screening
                        .screen(person("Kwang San Trading House", null), NOW)
                        .isClear())
                .isFalse();
    }

    private static Map<String, Object> clearing(String list, String entry, String person, String... born) {
        Map<String, Object> clearance = new LinkedHashMap<>(
                ImmutableMap.of("list", list, "entry", entry, "person", person, "reason", "Another, file 7"));
        if (born.length > 0) {
            clearance.put("born", born[0]);
        }
        return with("cleared", Collections.singletonList(clearance));
    }

    @Test
    @DisplayName("a clearance by name does not clear whom birth or country shows to be the entry")
    void clearedNamesake() throws Exception {
        String name = "Ivan Petrovich Zaretskov";
        Map<String, Object> settings = clearing("OFAC", "90001", name);
        settings.put(
                "lists",
                Collections.singletonList(MadeUpLists.setting("OFAC", "ofac-xml", MadeUpLists.file("sdn.xml"))));
        Screening byName = MadeUpLists.screening(settings);
        assertThat(byName.screen(person(name, null, "FR"), NOW).isClear()).isTrue();
        assertThat(byName.screen(person(name, "1961-03-07", "FR"), NOW).isClear())
                .isFalse();
        assertThat(byName.screen(person(name, null, "RU"), NOW).isClear()).isFalse();
    }

    @Test
    @DisplayName(
            "a clearance with a date of birth clears the one born then, in the entry's country too, and nobody else")
    void clearedByBirth() throws Exception {
        String name = "Kwangsan Trading";
        Screening byBirth = MadeUpLists.screening(clearing("UN", "XXe.001", name, "1990-01-01"));
        assertThat(byBirth.screen(person(name, "1990-01-01", "KP"), NOW).isClear())
                .isTrue();
        assertThat(byBirth.screen(person(name, "1990-01-02", "FR"), NOW).isClear())
                .isFalse();
        assertThat(byBirth.screen(person(name, null, "FR"), NOW).isClear()).isFalse();
        Screening listed = MadeUpLists.screening(clearing("OFAC", "90001", "Ivan Petrovich Zaretskov", "1961-03-07"));
        assertThat(listed.screen(person("Ivan Petrovich Zaretskov", "1961-03-07"), NOW)
                        .hits())
                .extracting(ScreeningHit::getList)
                .contains("OFAC");
    }

    @Test
    @DisplayName("a name in a script that does not become Latin letters is not clear, and not by a part that does")
    void unreadable() throws Exception {
        Screening screening = MadeUpLists.screening(MadeUpLists.settings());
        for (String name : new String[] {
            "សុខ សុវណ្ណ",
            "ສົມຊາຍ",
            "කුමාර",
            "བསྟན་འཛིན",
            "ⴰⵎⵏⴰⵢ",
            "ߊߡߊߘߎ",
            "ᠮᠣᠩᠭᠣᠯ",
            "Sok សុវណ្ណ",
            "Ltd. 7 ສົມຊາຍ",
            "---"
        }) {
            ScreeningResult result = screening.screen(person(name, null), NOW);
            assertThat(result.isReadable()).as(name).isFalse();
            assertThat(result.isClear()).as(name).isFalse();
            assertThat(result.figures())
                    .as(name)
                    .anySatisfy(figure -> assertThat(figure.getName()).isEqualTo("not readable is the name " + name));
        }
        for (String name : new String[] {
            "Игорь Иваньков",
            "佐藤",
            "김철",
            "ʻOkina",
            "Nguyễn",
            "Mª José",
            "อานันท์",
            "አበበ",
            "7-Eleven",
            "יעקב",
            "Müller ß"
        }) {
            assertThat(screening.screen(person(name, null), NOW).isReadable())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("a name that is longer than what is compared is not clear")
    void tooLong() throws Exception {
        Screening screening = MadeUpLists.screening(MadeUpLists.settings());
        StringBuilder words = new StringBuilder("Zaretskov");
        for (char one = 'b'; one <= 'z'; one++) {
            words.append(" b").append(one).append(" a").append(one);
        }
        assertThat(screening.screen(person(words.toString(), null), NOW).isClear())
                .isFalse();
        StringBuilder letters = new StringBuilder();
        for (int count = 0; count < 100; count++) {
            letters.append("Falk ");
        }
        assertThat(screening.screen(person(letters + "Zaretskov", null), NOW).isClear())
                .isFalse();
    }

    @Test
    @DisplayName("entries of a list of which no name can be read are counted with the list's version")
    void unmatchedEntries() throws Exception {
        Path file = Files.write(
                directory.resolve("targets.csv"),
                ("id,schema,name,aliases,birth_date,countries,last_seen\n"
                                + "A,Person,សុខ សុវណ្ណ,ສົມຊາຍ,,kh,2026-10-27T00:00:00\n"
                                + "B,Person,කුමාර,Kumara Testname,,lk,2026-10-27T00:00:00\n")
                        .getBytes(StandardCharsets.UTF_8));
        Screening screening = MadeUpLists.screening(ImmutableMap.of(
                "lists", Collections.singletonList(MadeUpLists.setting("Open", "opensanctions-csv", file))));
        ListVersion version = screening.versions(NOW).get(0);
        assertThat(version.getEntries()).isEqualTo(2);
        assertThat(version.getUnmatched()).isEqualTo(1);
        assertThat(screening.screen(person("Kumara Testname", null), NOW).isClear())
                .isFalse();
    }

    @Test
    @DisplayName("a list that has fewer entries than its setting asks for clears nobody")
    void leastEntries() throws Exception {
        Map<String, Object> list = MadeUpLists.setting("UN", "un-xml", MadeUpLists.file("un.xml"));
        list.put("leastEntries", 3);
        Screening screening = MadeUpLists.screening(ImmutableMap.of("lists", Collections.singletonList(list)));
        assertThatThrownBy(() -> screening.screen(person("Issuer Bank", null), NOW))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("fewer than leastEntries, 3");
        list.put("leastEntries", 0);
        wrong(ImmutableMap.of("lists", Collections.singletonList(list)), "leastEntries is '0'");
    }

    @Test
    @DisplayName("a list is read again when its file changes, and not used any more when it breaks or is gone")
    void readAgain() throws Exception {
        Path file = directory.resolve("un.xml");
        Files.copy(MadeUpLists.file("un.xml"), file);
        Screening screening = MadeUpLists.screening(
                ImmutableMap.of("lists", Collections.singletonList(MadeUpLists.setting("UN", "un-xml", file))));
        ScreenedPerson person = person("Kwangsan Made-up Trading", null);
        assertThat(screening.screen(person, NOW).isClear()).isFalse();
        String before = screening.versions(NOW).get(0).getVersion();
        replace(file, "KWANGSAN MADE-UP", "SOMETHING ELSE, VERY");
        replace(file, "Kwang San", "Nothing");
        assertThat(screening.screen(person, NOW).isClear()).isTrue();
        assertThat(screening.versions(NOW).get(0).getVersion()).isNotEqualTo(before);
        replace(file, "</CONSOLIDATED_LIST>", "");
        assertThatThrownBy(() -> screening.screen(person, NOW)).isInstanceOf(DataFileException.class);
        Files.delete(file);
        assertThatThrownBy(() -> screening.screen(person, NOW))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("cannot be read (NoSuchFileException)")
                .hasMessageNotContaining(directory.toString());
    }

    // Files of one size and time are not told apart, and the clock of a file system may be coarse.
    private static void replace(Path file, String old, String fresh) throws Exception {
        FileTime later =
                FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(1));
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        Path next = Files.write(
                file.resolveSibling("next"), text.replace(old, fresh).getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(next, later);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    @DisplayName("a list that is older than it may be clears nobody")
    void tooOld() throws Exception {
        Map<String, Object> settings = MadeUpLists.settings();
        settings.put("listsMayBeDaysOld", 10);
        Screening screening = MadeUpLists.screening(settings);
        ScreenedPerson person = person("Issuer Bank", null);
        assertThat(screening.screen(person, NOW).isClear()).isTrue();
        assertThatThrownBy(() -> screening.screen(person, Instant.parse("2026-11-08T00:00:00Z")))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("is of 2026-10-28. It may be 10 days old");
    }

    @Test
    @DisplayName("settings that are missing or wrong are refused with what they may be")
    void wrongSettings() {
        wrong(Collections.emptyMap(), "lists names no list");
        wrong(with("threshold", 49), "threshold is '49'. Give a whole number, 50 to 100");
        wrong(with("threshold", "high"), "threshold is 'high'");
        wrong(with("listsMayBeDaysOld", 0), "listsMayBeDaysOld is '0'");
        wrong(with("lists", Collections.singletonList(ImmutableMap.of("name", "X", "format", "pdf"))), "ofac-xml");
        wrong(
                with(
                        "lists",
                        Collections.singletonList(ImmutableMap.of("name", "X", "format", "ofac-csv", "file", "x"))),
                "alternates is missing");
        wrong(
                with(
                        "lists",
                        Collections.singletonList(
                                ImmutableMap.of("name", "X", "format", "un-xml", "file", "x", "addresses", "y"))),
                "addresses is not known");
        wrong(
                with(
                        "cleared",
                        Collections.singletonList(
                                ImmutableMap.of("list", "UK", "entry", "1", "person", "A", "reason", "B"))),
                "list is 'UK'");
        wrong(clearing("UN", "XXe.001", "Kim", "1st of May"), "born is '1st of May'");
        wrong(clearing("UN", "XXe.001", "ສົມຊາຍ"), "person cannot be read");
    }

    private static Map<String, Object> with(String setting, Object value) {
        Map<String, Object> settings = new LinkedHashMap<>(MadeUpLists.settings());
        settings.put(setting, value);
        return settings;
    }

    private static void wrong(Map<String, Object> settings, String why) {
        assertThatThrownBy(() -> MadeUpLists.screening(settings))
                .isInstanceOf(CheckConfigurationException.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("the countries of a person may be given by code of a country or of a part of it")
    void countries() {
        Set<String> codes = person("A", null, "US-NY", "gb", "Nowhere").getCountries();
        assertThat(codes).containsExactly("US", "GB");
    }
}
