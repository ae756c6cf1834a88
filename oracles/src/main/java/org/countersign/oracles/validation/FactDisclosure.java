package org.countersign.oracles.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.validation.Aspect;

/**
 * What an authority may gather for the checks of an aspect beside the tear-off. This is the one place that says so, as
 * {@link org.countersign.workflows.validation.AspectDisclosure} does for the tear-off itself: what registrars and
 * holders would tell must not reach an aspect that may not see it, whatever a check asks for.
 *
 * <p>{@code IDENTITY} sees no inputs, so that nothing can be asked by them; it sees what holders present of themselves.
 * {@code COMPLIANCE} judges by that and by the register. {@code RISK} and {@code CAPITAL} judge by quantities and learn
 * nothing of who somebody is.
 */
final class FactDisclosure {
    private static final Map<Aspect, Set<FactKind>> GATHERED = new EnumMap<>(Aspect.class);

    static {
        GATHERED.put(Aspect.IDENTITY, Collections.unmodifiableSet(EnumSet.of(FactKind.CLAIMS)));
        GATHERED.put(
                Aspect.COMPLIANCE,
                Collections.unmodifiableSet(EnumSet.of(FactKind.CLAIMS, FactKind.REGISTER, FactKind.POSITIONS)));
        GATHERED.put(Aspect.RISK, Collections.unmodifiableSet(EnumSet.of(FactKind.POSITIONS)));
        GATHERED.put(Aspect.CAPITAL, Collections.unmodifiableSet(EnumSet.of(FactKind.POSITIONS)));
    }

    private FactDisclosure() {}

    /** What may be gathered for an aspect; nothing for one that is not judged by checks. */
    static Set<FactKind> of(Aspect aspect) {
        return GATHERED.getOrDefault(aspect, Collections.emptySet());
    }

    /** What is asked for and may not be gathered for an aspect. */
    static Set<FactKind> beyond(Aspect aspect, Set<FactKind> wanted) {
        Set<FactKind> beyond = EnumSet.noneOf(FactKind.class);
        beyond.addAll(wanted);
        beyond.removeAll(of(aspect));
        return beyond;
    }
}
