package org.countersign.oracles.position;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.identity.Lei;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;

/**
 * The institutions that an authority knows by LEI, from the list {@code institutions = [{ name, lei }]}: in other
 * settings each can be called by either.
 */
public final class Institutions {
    private final Map<Lei, CordaX500Name> names = new HashMap<>();
    private final Map<CordaX500Name, Lei> leis = new HashMap<>();

    /**
     * Takes the settings.
     *
     * @param check the section of a check, with or without the list
     * @throws CheckConfigurationException if an entry is wrong
     */
    public Institutions(CheckConfiguration check) throws CheckConfigurationException {
        for (CheckConfiguration entry : check.sections("institutions")) {
            entry.requireOnly("name", "lei");
            CordaX500Name name = name(entry, "name", entry.text("name"));
            Lei lei = lei(entry, "lei", entry.text("lei"));
            if (names.put(lei, name) != null || leis.put(name, lei) != null) {
                throw entry.wrong("lei", "or the name is given twice.", "Give each institution one entry.");
            }
        }
    }

    /**
     * An institution that a setting calls by its legal name or its LEI.
     *
     * @param section where the setting is
     * @param setting its name there
     * @return its legal name
     * @throws CheckConfigurationException if it is neither a name nor a known LEI
     */
    public CordaX500Name resolve(CheckConfiguration section, String setting) throws CheckConfigurationException {
        return resolve(section, setting, section.text(setting));
    }

    private CordaX500Name resolve(CheckConfiguration section, String setting, String text)
            throws CheckConfigurationException {
        if (text.contains("=")) {
            return name(section, setting, text);
        }
        CordaX500Name name = names.get(lei(section, setting, text));
        if (name == null) {
            throw section.wrong(setting, "is " + text + ".", "Add the institution of this LEI to institutions.");
        }
        return name;
    }

    /**
     * Institutions that a setting lists by their legal names or LEIs.
     *
     * @param section where the setting is
     * @param setting its name there; it may be missing
     * @return their legal names
     * @throws CheckConfigurationException if an item is neither a name nor a known LEI
     */
    public Set<CordaX500Name> resolveAll(CheckConfiguration section, String setting)
            throws CheckConfigurationException {
        Set<CordaX500Name> resolved = new HashSet<>();
        for (String text : section.texts(setting)) {
            resolved.add(resolve(section, setting, text));
        }
        return resolved;
    }

    /**
     * The LEI of an institution.
     *
     * @param name its legal name
     * @return its LEI, or null if it is not known
     */
    public Lei leiOf(CordaX500Name name) {
        return leis.get(name);
    }

    /**
     * An LEI in a setting.
     *
     * @param section where the setting is
     * @param setting its name there
     * @param text what it says
     * @return the LEI
     * @throws CheckConfigurationException if it is none
     */
    public static Lei lei(CheckConfiguration section, String setting, String text) throws CheckConfigurationException {
        try {
            return new Lei(text);
        } catch (IllegalArgumentException wrong) {
            throw section.wrong(setting, "is wrong: " + wrong.getMessage(), "Give an LEI (ISO 17442).");
        }
    }

    private static CordaX500Name name(CheckConfiguration section, String setting, String text)
            throws CheckConfigurationException {
        try {
            return CordaX500Name.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw section.wrong(setting, "is '" + text + "'.", "Give a name like \"O=Dealer A,L=London,C=GB\".");
        }
    }
}
