package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One section of an authority's settings, with the names of its settings in full for the errors. What a check does not
 * read it does not know; checks refuse what they do not know with {@link #requireOnly}.
 */
public final class CheckConfiguration {
    private final String section;
    private final Map<String, Object> values;

    /**
     * Creates a section.
     *
     * @param section its full name
     * @param values its settings: texts, numbers, lists and sections as a HOCON reader yields them
     */
    public CheckConfiguration(String section, Map<String, Object> values) {
        this.section = Objects.requireNonNull(section, "section");
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The full name of the section. */
    public String name() {
        return section;
    }

    /** Whether there is such a setting. */
    public boolean has(String setting) {
        return values.containsKey(setting);
    }

    /**
     * Refuses settings that nobody reads, so that a misspelt limit is not taken for none.
     *
     * @param known the settings that there are
     * @throws CheckConfigurationException if there is another
     */
    public void requireOnly(String... known) throws CheckConfigurationException {
        List<String> allowed = java.util.Arrays.asList(known);
        for (String setting : values.keySet()) {
            if (!allowed.contains(setting)) {
                throw wrong(setting, "is not known.", "There are " + String.join(", ", allowed) + ".");
            }
        }
    }

    /** A text that must be there. */
    public String text(String setting) throws CheckConfigurationException {
        Object value = required(setting, "Give a text.");
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw wrong(setting, "is " + value + ".", "Give a text.");
    }

    /** A decimal that must be there; write it in quotes to keep all of its digits. */
    public BigDecimal decimal(String setting) throws CheckConfigurationException {
        String text = text(setting);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw wrong(setting, "is '" + text + "'.", "Give a decimal number, for example \"0.25\".");
        }
    }

    /** A list of texts; empty if it is not there. */
    public List<String> texts(String setting) throws CheckConfigurationException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(setting)) {
            if (!(item instanceof String)) {
                throw wrong(setting, "has the item " + item + ".", "Give a list of texts.");
            }
            texts.add((String) item);
        }
        return texts;
    }

    /** A section in this one that must be there. */
    public CheckConfiguration section(String setting) throws CheckConfigurationException {
        return asSection(setting, required(setting, "Give a section in braces."), "");
    }

    /** A list of sections; empty if it is not there. */
    public List<CheckConfiguration> sections(String setting) throws CheckConfigurationException {
        List<CheckConfiguration> sections = new ArrayList<>();
        for (Object item : list(setting)) {
            sections.add(asSection(setting, item, "[" + sections.size() + "]"));
        }
        return sections;
    }

    /** The names of all settings here, in the order in which they were read. */
    public List<String> settings() {
        return new ArrayList<>(values.keySet());
    }

    /**
     * An error about a setting of this section.
     *
     * @param setting its name here
     * @param problem what is wrong
     * @param remedy what it may be
     * @return the exception, for the caller to throw
     */
    public CheckConfigurationException wrong(String setting, String problem, String remedy) {
        return new CheckConfigurationException(section + "." + setting, problem, remedy);
    }

    private List<?> list(String setting) throws CheckConfigurationException {
        Object value = values.getOrDefault(setting, Collections.emptyList());
        if (!(value instanceof List)) {
            throw wrong(setting, "is " + value + ".", "Give a list in brackets.");
        }
        return (List<?>) value;
    }

    private Object required(String setting, String remedy) throws CheckConfigurationException {
        Object value = values.get(setting);
        if (value == null) {
            throw wrong(setting, "is missing.", remedy);
        }
        return value;
    }

    private CheckConfiguration asSection(String setting, Object value, String index)
            throws CheckConfigurationException {
        if (!(value instanceof Map)) {
            throw wrong(setting, "has the value " + value + ".", "Give a section in braces.");
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> inner.put(key.toString(), item));
        return new CheckConfiguration(section + "." + setting + index, inner);
    }
}
