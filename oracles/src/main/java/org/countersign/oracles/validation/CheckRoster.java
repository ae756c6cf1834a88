package org.countersign.oracles.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.regex.Pattern;
import org.countersign.contracts.validation.Aspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks that an authority has set up, by aspect, and what is wrong with them.
 *
 * <p>What is wrong is never passed over: an aspect of which a check is set up wrongly is not judged at all, since the
 * operator believes that the check is in force. Where it cannot be known which aspect is meant, none is judged.
 */
final class CheckRoster {
    private static final Logger LOGGER = LoggerFactory.getLogger(CheckRoster.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int LONGEST_NAME = 80;

    private final Map<Aspect, List<TransferCheck>> checks = new EnumMap<>(Aspect.class);
    private final Map<Aspect, List<String>> problems = new EnumMap<>(Aspect.class);
    private final Duration timeout;

    /**
     * Sets up the checks that have a section in the settings.
     *
     * @param found every check there is; an iterator that fails counts as a problem of all aspects
     * @param values the section {@code checks} of the settings
     */
    CheckRoster(Iterable<TransferCheck> found, Map<?, ?> values) {
        Map<String, TransferCheck> named = named(found);
        CheckSettings settings = new CheckSettings(values, named.keySet());
        settings.problems().forEach(this::everywhere);
        this.timeout = settings.timeout();
        settings.sections().forEach((name, section) -> setUp(named.get(name), section));
    }

    /** The checks of an aspect that are in force; empty if there are none. */
    List<TransferCheck> of(Aspect aspect) {
        return Collections.unmodifiableList(checks.getOrDefault(aspect, Collections.emptyList()));
    }

    /** All checks in force. */
    List<TransferCheck> all() {
        List<TransferCheck> all = new ArrayList<>();
        checks.values().forEach(all::addAll);
        return all;
    }

    /** What keeps an aspect from being judged; for the authority's own log, since it may tell of its settings. */
    List<String> problems(Aspect aspect) {
        return Collections.unmodifiableList(problems.getOrDefault(aspect, Collections.emptyList()));
    }

    /**
     * Tells every check that all are set up. One that fails at it counts as set up wrongly.
     *
     * @param service what the checks can ask later
     */
    void start(TransferChecks service) {
        for (TransferCheck check : all()) {
            try {
                check.started(service);
            } catch (RuntimeException | LinkageError broken) {
                problem(check.aspect(), "The check " + check.name() + " failed while it was started: " + broken);
            }
        }
    }

    /**
     * What the checks of an aspect have to know beside the tear-off of a transaction, as far as the aspect may see it.
     * One that cannot say gets all of that.
     *
     * @param facts what is known of the transaction so far
     * @return every kind of fact that one of them needs
     */
    Set<FactKind> needs(TransferFacts facts) {
        Set<FactKind> visible = FactDisclosure.of(facts.getAspect());
        Set<FactKind> needs = EnumSet.noneOf(FactKind.class);
        for (TransferCheck check : of(facts.getAspect())) {
            try {
                needs.addAll(check.needs(facts));
            } catch (RuntimeException | LinkageError broken) {
                // It is asked again when it is run, and found undecided if it fails again.
                LOGGER.error("The check {} could not say what it needs.", check.name(), broken);
                needs.addAll(visible);
            }
        }
        needs.retainAll(visible);
        return needs;
    }

    /** How long one check may take for one transaction. */
    Duration timeout() {
        return timeout;
    }

    private Map<String, TransferCheck> named(Iterable<TransferCheck> found) {
        Map<String, TransferCheck> named = new LinkedHashMap<>();
        Set<String> doubled = new LinkedHashSet<>();
        Iterator<TransferCheck> checksFound = found.iterator();
        try {
            while (checksFound.hasNext()) {
                enrol(checksFound.next(), named, doubled);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError broken) {
            everywhere("A check could not be loaded: " + broken + ". Mend or remove its jar in the node's cordapps"
                    + " directory.");
        }
        for (String name : doubled) {
            everywhere("Two checks are called " + name + ", or one's name begins with the other's."
                    + " Remove one of the two jars.");
            named.remove(name);
        }
        return named;
    }

    private void enrol(TransferCheck check, Map<String, TransferCheck> named, Set<String> doubled) {
        String name = check.name();
        if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || check.aspect() == null) {
            everywhere("The check " + check.getClass().getName() + " is called '" + name + "' and judges "
                    + check.aspect() + ". A name is two or more parts of lower-case letters, digits and hyphens with"
                    + " dots between them, at most " + LONGEST_NAME + " characters, and a check has an aspect.");
            return;
        }
        for (String other : named.keySet()) {
            if (name.equals(other) || name.startsWith(other + ".") || other.startsWith(name + ".")) {
                doubled.add(other);
                doubled.add(name);
            }
        }
        named.put(name, check);
    }

    private void setUp(TransferCheck check, CheckConfiguration section) {
        Aspect aspect = check.aspect();
        if (aspect == Aspect.OWNERSHIP) {
            problem(
                    aspect,
                    "The check " + check.name() + " judges OWNERSHIP, which registrars judge by their register."
                            + " Remove the section " + section.name() + ".");
            return;
        }
        try {
            check.configure(section);
            Set<FactKind> hidden = FactDisclosure.beyond(aspect, check.needs());
            if (!hidden.isEmpty()) {
                problem(
                        aspect,
                        "The check " + check.name() + " needs " + hidden + ", and checks of " + aspect
                                + " may have no more than " + FactDisclosure.of(aspect)
                                + ". Remove the section " + section.name() + ", or have the check judge an aspect that"
                                + " may see it.");
                return;
            }
            checks.computeIfAbsent(aspect, key -> new ArrayList<>()).add(check);
        } catch (CheckConfigurationException wrong) {
            problem(aspect, wrong.getMessage());
        } catch (RuntimeException | LinkageError broken) {
            problem(aspect, "The check " + check.name() + " failed while it took its settings: " + broken);
        }
    }

    private void everywhere(String problem) {
        for (Aspect aspect : Aspect.values()) {
            problem(aspect, problem);
        }
    }

    private void problem(Aspect aspect, String problem) {
        problems.computeIfAbsent(aspect, key -> new ArrayList<>()).add(problem);
    }
}
