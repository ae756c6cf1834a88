package org.countersign.oracles.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The section {@code checks} of an authority's settings, taken apart by the names of the checks that there are. A
 * name's dots may be written as nested sections or be part of a key in quotes; a configuration reader yields either.
 */
final class CheckSettings {
    /** The setting beside the checks' sections: how long a check may take. */
    static final String TIMEOUT = "timeoutSeconds";

    private static final String ROOT = "checks";
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
    private static final long LONGEST_TIMEOUT = 300;

    private final Map<String, CheckConfiguration> sections = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Collection<String> names;
    private Duration timeout = USUAL_TIMEOUT;

    /**
     * Takes the settings apart.
     *
     * @param values what stands in the section
     * @param names the names of the checks that were found
     */
    CheckSettings(Map<?, ?> values, Collection<String> names) {
        this.names = names;
        values.forEach((key, value) -> {
            if (TIMEOUT.equals(key)) {
                readTimeout(value);
            } else {
                read(key.toString(), value);
            }
        });
    }

    /** The sections by the names of their checks. */
    Map<String, CheckConfiguration> sections() {
        return Collections.unmodifiableMap(sections);
    }

    /** What is wrong with the settings as a whole, one sentence each with its remedy. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** How long one check may take for one transaction. */
    Duration timeout() {
        return timeout;
    }

    private void readTimeout(Object value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        if (whole && ((Number) value).longValue() >= 1 && ((Number) value).longValue() <= LONGEST_TIMEOUT) {
            timeout = Duration.ofSeconds(((Number) value).longValue());
        } else {
            problems.add("The setting " + ROOT + "." + TIMEOUT + " is " + value
                    + ". Give a whole number of seconds from 1 to " + LONGEST_TIMEOUT + ".");
        }
    }

    private void read(String path, Object value) {
        if (names.contains(path)) {
            take(path, value);
        } else if (value instanceof Map && names.stream().anyMatch(name -> name.startsWith(path + "."))) {
            ((Map<?, ?>) value).forEach((key, inner) -> read(path + "." + key, inner));
        } else {
            problems.add("The setting " + ROOT + "." + path + " belongs to no check that was found. Found were " + names
                    + "; put the jar of the check into the node's cordapps directory, or remove the setting.");
        }
    }

    private void take(String name, Object value) {
        if (!(value instanceof Map)) {
            problems.add("The setting " + ROOT + "." + name + " is " + value + ". Give a section in braces.");
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, inner) -> settings.put(key.toString(), inner));
        if (sections.put(name, new CheckConfiguration(ROOT + "." + name, settings)) != null) {
            problems.add("The settings have the section " + ROOT + "." + name + " twice. Keep one.");
        }
    }
}
