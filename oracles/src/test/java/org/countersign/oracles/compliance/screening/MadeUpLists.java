package org.countersign.oracles.compliance.screening;

import com.google.common.collect.ImmutableMap;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;

/** The made-up lists among the test's resources. */
public final class MadeUpLists {
    private MadeUpLists() {}

    /** Where a list's file is. */
    public static Path file(String name) {
        try {
            return Paths.get(MadeUpLists.class.getResource("/screening/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A list in the settings. */
    public static Map<String, Object> setting(String name, String format, Path... files) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("name", name);
        list.put("format", format);
        String[] settings = {"file", "alternates", "addresses"};
        for (int index = 0; index < files.length; index++) {
            list.put(settings[index], files[index].toString());
        }
        return list;
    }

    /** All lists, in settings of a section. */
    public static Map<String, Object> settings() {
        List<Map<String, Object>> lists = Arrays.asList(
                setting("OFAC", "ofac-xml", file("sdn.xml")),
                setting("OFAC by CSV", "ofac-csv", file("sdn.csv"), file("alt.csv"), file("add.csv")),
                setting("EU", "eu-xml", file("eu.xml")),
                setting("UN", "un-xml", file("un.xml")),
                setting("OpenSanctions", "opensanctions-csv", file("targets.simple.csv")));
        return new LinkedHashMap<>(ImmutableMap.of("lists", lists));
    }

    static Screening screening(Map<String, Object> settings) throws CheckConfigurationException {
        return new Screening(new CheckConfiguration("checks.screening", settings));
    }

    static SanctionsList read(ListFormat format, Path... files) throws DataFileException {
        return new ListSource("list", format, Arrays.asList(files), 1 << 20, 1).read();
    }
}
