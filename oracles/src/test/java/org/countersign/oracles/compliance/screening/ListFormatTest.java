package org.countersign.oracles.compliance.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.oracles.marketdata.DataFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each published format, as its publisher lays it out. */
class ListFormatTest {
    @TempDir
    Path directory;

    private static List<String> entries(SanctionsList list) {
        return list.getEntries().stream().map(ListEntry::toString).collect(Collectors.toList());
    }

    @Test
    @DisplayName("OFAC's XML: names, weak and strong aliases, births, countries; no vessels")
    void ofacXml() throws Exception {
        SanctionsList list = MadeUpLists.read(ListFormat.OFAC_XML, MadeUpLists.file("sdn.xml"));
        assertThat(list.getDate()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(entries(list))
                .containsExactly(
                        "90001 PERSON [Ivan Petrovich ZARETSKOV, Iwan ZARETZKOFF, THE SMELTER (weak)]"
                                + " [1961-03-07, 1962-01-01..1964-12-31] [RU, CY]",
                        "90002 ORGANISATION [VOSTOK ALUMEX] [] [KP, CD]",
                        "90004 ORGANISATION [NORTHMERE SHIPPING & FORWARDING LLC] [] []");
    }

    @Test
    @DisplayName("OFAC's three CSV files say the same as its XML")
    void ofacCsv() throws Exception {
        SanctionsList list = MadeUpLists.read(
                ListFormat.OFAC_CSV,
                MadeUpLists.file("sdn.csv"),
                MadeUpLists.file("alt.csv"),
                MadeUpLists.file("add.csv"));
        assertThat(entries(list))
                .containsExactly(
                        "90001 PERSON [ZARETSKOV, Ivan Petrovich, THE SMELTER (weak), ZARETZKOFF, Iwan]"
                                + " [1961-03-07, 1962-01-01..1964-12-31] [RU, CY]",
                        "90002 ORGANISATION [VOSTOK ALUMEX] [] [KP, CD]",
                        "90004 ORGANISATION [NORTHMERE SHIPPING & FORWARDING LLC] [] []");
    }

    @Test
    @DisplayName("the European Commission's XML: whole names or their parts, exact, vague and ranged births")
    void euXml() throws Exception {
        SanctionsList list = MadeUpLists.read(ListFormat.EU_XML, MadeUpLists.file("eu.xml"));
        assertThat(list.getDate()).isEqualTo(LocalDate.of(2026, 10, 29));
        assertThat(entries(list))
                .containsExactly(
                        "EU.90001.10 PERSON [Jérôme Kabandou-Mérouez, Commandant Jeff (weak), Jerome K. Merouez]"
                                + " [1973-12-25, 1974-01-01..1976-12-31, 1970-01-01..1971-12-31] [CD]",
                        "900002 ORGANISATION [Краснозерский Завод \"Примеров\"] [] [RU]");
    }

    @Test
    @DisplayName("the United Nations' XML: up to four names, original script, good and low aliases")
    void unXml() throws Exception {
        SanctionsList list = MadeUpLists.read(ListFormat.UN_XML, MadeUpLists.file("un.xml"));
        assertThat(list.getDate()).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(entries(list))
                .containsExactly(
                        "XXi.001 PERSON [MUHAMMAD YUSUF AL-RASHIMI, محمد يوسف الراشيمي, Mohamed Youssef Rachimi,"
                                + " Abu Nuqta (weak)] [1968-06-01, 1966-01-01..1967-12-31, 1964-01-01..1966-12-31]"
                                + " [SY, IR]",
                        "XXe.001 ORGANISATION [KWANGSAN MADE-UP TRADING CORPORATION, Kwang San Trading] [] [KP]");
    }

    @Test
    @DisplayName("OpenSanctions' CSV: several values in a field; its date is the latest day on which it saw an entry")
    void openSanctionsCsv() throws Exception {
        SanctionsList list = MadeUpLists.read(ListFormat.OPENSANCTIONS_CSV, MadeUpLists.file("targets.simple.csv"));
        assertThat(list.getDate()).isEqualTo(LocalDate.of(2026, 10, 27));
        assertThat(entries(list))
                .containsExactly(
                        "NK-madeup-1 PERSON [Arvid Falkenborg, Арвид Фалькенборг, FALKENBORG, Arvid]"
                                + " [1970-02-01, 1970-01-01..1970-12-31] [SE, RU]",
                        "NK-madeup-2 ORGANISATION [Öresund Skärgård Handels AB] [] [SE]",
                        "NK-madeup-4 ORGANISATION [مؤسسة النجم للتجارة, Al-Najm Trading Establishment] [] [GB]");
    }

    @Test
    @DisplayName("a list says with its version which bytes were read")
    void version() throws Exception {
        Path changed = copy("un.xml", "XXi.001", "XXi.002");
        SanctionsList list = MadeUpLists.read(ListFormat.UN_XML, MadeUpLists.file("un.xml"));
        assertThat(list.getDigest()).matches("[0-9a-f]{64}");
        assertThat(list.version()).isEqualTo("2026-10-28/" + list.getDigest().substring(0, 12));
        assertThat(MadeUpLists.read(ListFormat.UN_XML, changed).version()).isNotEqualTo(list.version());
    }

    @Test
    @DisplayName("a truncated, foreign, empty or miscounted file is refused with its name and place")
    void wrongFiles() throws Exception {
        refused(ListFormat.OFAC_XML, copy("sdn.xml", "<Record_Count>4", "<Record_Count>5"), "promises 5 entries");
        refused(ListFormat.OFAC_XML, copy("sdn.xml", "10/30/2026", "2026-10-30"), "Publish_Date, is '2026-10-30'");
        refused(ListFormat.OFAC_XML, copy("sdn.xml", "</sdnList>", ""), "is no XML that can be read");
        refused(ListFormat.UN_XML, MadeUpLists.file("eu.xml"), "is of the kind 'export'");
        refused(ListFormat.EU_XML, write("<export generationDate='2026-10-29T17:00'/>"), "has no person");
        refused(ListFormat.EU_XML, write("<export/>"), "generationDate, is ''");
        refused(ListFormat.UN_XML, write(""), "is no XML that can be read");
        refused(ListFormat.OPENSANCTIONS_CSV, write("id,schema\n1,Person\n"), "column name, is missing");
        refused(ListFormat.OPENSANCTIONS_CSV, MadeUpLists.file("sdn.xml"), "");
        Path sdn = MadeUpLists.file("sdn.csv");
        assertThatThrownBy(() -> MadeUpLists.read(ListFormat.OFAC_CSV, sdn, sdn, sdn))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("sdn.csv, line 1, has 12 fields. The file of this format has 5.");
    }

    @Test
    @DisplayName("no entity is resolved, of the file's own or from elsewhere, and no document type is taken")
    void entities() throws Exception {
        Path secret = Files.write(directory.resolve("secret"), "GB".getBytes(StandardCharsets.UTF_8));
        String body = "<export generationDate='2026-10-29'><sanctionEntity logicalId='1'>"
                + "<nameAlias wholeName='A Name'>&x;</nameAlias></sanctionEntity></export>";
        for (String type : Arrays.asList(
                "<!DOCTYPE export SYSTEM '" + secret.toUri() + "'>",
                "<!DOCTYPE export [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE export [<!ENTITY x 'y'>]>")) {
            refused(ListFormat.EU_XML, write(type + body), "");
            refused(ListFormat.EU_XML, write(type + body.replace("&x;", "")), "declares or uses entities");
        }
    }

    @Test
    @DisplayName("a file or record beyond its bounds is refused")
    void bounds() throws Exception {
        StringBuilder deep = new StringBuilder("<export generationDate='2026-10-29'><sanctionEntity>");
        for (int depth = 0; depth < 40; depth++) {
            deep.append("<remark>");
        }
        refused(ListFormat.EU_XML, write(deep.toString()), "has a record that is too large");
        StringBuilder wide = new StringBuilder("<export generationDate='2026-10-29'><sanctionEntity>");
        for (int count = 0; count < 50_001; count++) {
            wide.append("<r/>");
        }
        refused(ListFormat.EU_XML, write(wide.toString()), "has a record that is too large");
        Path large = MadeUpLists.file("un.xml");
        assertThatThrownBy(() -> new ListSource("UN", ListFormat.UN_XML, Arrays.asList(large), 100, 1).read())
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("At most 100 are read");
    }

    @Test
    @DisplayName(
            "OFAC's aliases and addresses of an entry that the first file does not have are refused, with the remedy")
    void strangers() throws Exception {
        Path sdn = MadeUpLists.file("sdn.csv");
        Path alt = MadeUpLists.file("alt.csv");
        Path add = MadeUpLists.file("add.csv");
        Path later = write("90009,11,\"aka\",\"SOMEBODY NEW\",-0- \n");
        assertThatThrownBy(() -> MadeUpLists.read(ListFormat.OFAC_CSV, sdn, later, add))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("rows of 1 entries that sdn.csv does not have, the first of 90009."
                        + " Get all three files of one publication");
        Path address = Files.write(
                directory.resolve("add"), "90009,21,-0- ,-0- ,\"Cyprus\",-0- \n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> MadeUpLists.read(ListFormat.OFAC_CSV, sdn, alt, address))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("The file add");
        // Cut off before its last entries.
        Path cut = Files.write(
                directory.resolve("cut"),
                Files.readAllLines(sdn, StandardCharsets.UTF_8).subList(0, 1),
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> MadeUpLists.read(ListFormat.OFAC_CSV, cut, alt, add))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("the first of 90003");
    }

    @Test
    @DisplayName("a list of fewer entries than it must have is refused")
    void tooFew() throws Exception {
        Path un = MadeUpLists.file("un.xml");
        assertThat(new ListSource("UN", ListFormat.UN_XML, Arrays.asList(un), 1 << 20, 2)
                        .read()
                        .getEntries())
                .hasSize(2);
        assertThatThrownBy(() -> new ListSource("UN", ListFormat.UN_XML, Arrays.asList(un), 1 << 20, 3).read())
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("has 2 persons and organisations, fewer than leastEntries, 3");
    }

    private void refused(ListFormat format, Path file, String why) {
        assertThatThrownBy(() -> MadeUpLists.read(format, file))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("The file " + file.getFileName())
                .hasMessageContaining(why);
    }

    private Path copy(String name, String old, String fresh) throws IOException {
        String text = new String(Files.readAllBytes(MadeUpLists.file(name)), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        return write(text.replace(old, fresh));
    }

    private Path write(String text) throws IOException {
        return Files.write(directory.resolve("list"), text.getBytes(StandardCharsets.UTF_8));
    }
}
