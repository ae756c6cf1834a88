package org.countersign.deploy.topology;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.deploy.OperatorException;

/**
 * A part of a topology file that knows where it stands, so that whatever is wrong with it is reported with file, line
 * and path.
 */
final class Section {
    private final Config config;
    private final String path;

    Section(Config config, String path) {
        this.config = config;
        this.path = path;
    }

    /** Refuses keys that mean nothing here: a misspelt key must not be ignored. */
    Section allowOnly(String... keys) {
        List<String> allowed = Arrays.asList(keys);
        for (String key : config.root().keySet()) {
            if (!allowed.contains(key)) {
                throw problem(key, "means nothing here", "Known here: " + String.join(", ", sorted(allowed)) + ".");
            }
        }
        return this;
    }

    /** All that it says, for what is passed on without being understood here. */
    Config config() {
        return config;
    }

    boolean has(String key) {
        return config.hasPath(key);
    }

    String text(String key) {
        String value = read(key, "a text", () -> config.getString(key));
        if (value.trim().isEmpty()) {
            throw problem(key, "is empty", "Give it a text.");
        }
        return value;
    }

    int integer(String key, int least, int greatest) {
        int value = read(key, "a whole number", () -> config.getInt(key));
        if (value < least || value > greatest) {
            throw problem(key, "is " + value, "Use a whole number from " + least + " to " + greatest + ".");
        }
        return value;
    }

    boolean truth(String key) {
        return read(key, "true or false", () -> config.getBoolean(key));
    }

    double factor(String key, double least, double greatest) {
        double value = read(key, "a number", () -> config.getDouble(key));
        if (!(value >= least && value <= greatest)) {
            throw problem(key, "is " + value, "Use a number from " + least + " to " + greatest + ".");
        }
        return value;
    }

    Duration duration(String key, Duration least, Duration greatest) {
        Duration value = read(key, "a duration such as 30 seconds", () -> config.getDuration(key));
        if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
            throw problem(
                    key,
                    "is " + value.getSeconds() + " seconds",
                    "Use " + least.getSeconds() + " to " + greatest.getSeconds() + " seconds.");
        }
        return value;
    }

    long bytes(String key, long least) {
        long value = read(key, "a size such as 256m", () -> config.getBytes(key));
        if (value < least) {
            throw problem(key, "is " + value + " bytes", "A node needs at least " + (least >> 20) + "m.");
        }
        return value;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return oneOf(key, text(key), type);
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        List<E> values = new ArrayList<>();
        for (String value : texts(key)) {
            values.add(oneOf(key, value, type));
        }
        return values;
    }

    private <E extends Enum<E>> E oneOf(String key, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw problem(key, "has '" + value + "', which is not known", "Use one of: " + known + ".");
    }

    List<String> texts(String key) {
        return read(key, "a list of texts", () -> config.getStringList(key));
    }

    CordaX500Name legalName(String key) {
        return legalName(key, text(key));
    }

    CordaX500Name legalName(String key, String value) {
        try {
            return CordaX500Name.parse(value);
        } catch (IllegalArgumentException e) {
            throw problem(
                    key,
                    "has '" + value + "', which is no legal name on this network (" + e.getMessage() + ")",
                    "Write it like \"O=Dealer A,L=London,C=GB\".");
        }
    }

    Section section(String key) {
        return new Section(read(key, "a section in braces", () -> config.getConfig(key)), child(key));
    }

    List<Section> sections(String key) {
        List<? extends Config> configs = read(key, "a list of sections in braces", () -> config.getConfigList(key));
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            sections.add(new Section(configs.get(i), child(key) + "[" + i + "]"));
        }
        return Collections.unmodifiableList(sections);
    }

    /** This section, and what it does not say taken from another. */
    Section withDefaults(Section defaults) {
        return new Section(config.withFallback(defaults.config), path);
    }

    private <T> T read(String key, String kind, Supplier<T> getter) {
        try {
            return getter.get();
        } catch (ConfigException.Missing e) {
            throw problem(key, "is missing", "Add it: it is " + kind + ".", e);
        } catch (ConfigException e) {
            throw problem(key, "is not " + kind, "Write " + kind + " there.", e);
        }
    }

    OperatorException problem(String key, String what, String remedy) {
        return problem(key, what, remedy, null);
    }

    private OperatorException problem(String key, String what, String remedy, Throwable cause) {
        ConfigValue value = config.root().get(key);
        if (value != null && value.valueType() == ConfigValueType.NULL) {
            value = null;
        }
        ConfigOrigin origin = value == null ? config.origin() : value.origin();
        return new OperatorException(
                OperatorException.Code.TOPOLOGY_INVALID, where(origin) + child(key) + " " + what + ".", remedy, cause);
    }

    static String where(ConfigOrigin origin) {
        String file = origin.filename() == null
                ? origin.description()
                : Paths.get(origin.filename()).getFileName().toString();
        return origin.lineNumber() < 1 ? file + ": " : file + ":" + origin.lineNumber() + ": ";
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static List<String> sorted(List<String> keys) {
        List<String> sorted = new ArrayList<>(keys);
        Collections.sort(sorted);
        return sorted;
    }
}
