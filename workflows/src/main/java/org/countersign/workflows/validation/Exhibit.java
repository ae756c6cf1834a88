package org.countersign.workflows.validation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;

/** A piece of evidence with the aspect whose authorities a proposer shows it, and nobody else. */
@CordaSerializable
public final class Exhibit {
    /**
     * The contents of all exhibits of one transaction have no more bytes together: an institution that sits on several
     * committees gets them in one message, and the network carries none above 10 MiB.
     */
    public static final int LARGEST_TOGETHER_BYTES = PresentedEvidence.MOST * PresentedEvidence.LARGEST_BYTES;

    private final Aspect aspect;
    private final PresentedEvidence evidence;

    /**
     * Creates an exhibit.
     *
     * @param aspect whose authorities see it; not {@code OWNERSHIP}, for registrars see the whole transaction and no
     *     evidence
     * @param evidence what they see
     */
    public Exhibit(Aspect aspect, PresentedEvidence evidence) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.evidence = Objects.requireNonNull(evidence, "evidence");
    }

    /** Whose authorities see it. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What they see. */
    public PresentedEvidence getEvidence() {
        return evidence;
    }

    /**
     * Refuses exhibits that no authority would take, before anybody is bothered.
     *
     * @param exhibits what a proposer wants to show
     * @param policy of the security
     * @param operation what the transaction does
     * @throws WorkflowException if one is for an aspect that nobody attests, is too large or has no readable kind, or
     *     if there are too many for an aspect or too many bytes in all
     */
    public static void check(List<Exhibit> exhibits, ValidationPolicy policy, Operation operation)
            throws WorkflowException {
        Set<Aspect> attested = EnumSet.noneOf(Aspect.class);
        for (AspectRequirement requirement : policy.requirementsFor(operation)) {
            attested.add(requirement.getAspect());
        }
        attested.remove(Aspect.OWNERSHIP);
        for (Exhibit exhibit : exhibits) {
            if (!attested.contains(exhibit.aspect)) {
                throw new WorkflowException(
                        "Nobody who attests " + operation + " of this security takes evidence for " + exhibit.aspect
                                + ".",
                        attested.isEmpty() ? "Leave the evidence out." : "Present it for one of " + attested + ".");
            }
            if (!exhibit.evidence.isPresentable()) {
                throw new WorkflowException(
                        "A piece of evidence for " + exhibit.aspect + " has "
                                + exhibit.evidence.getContent().getSize() + " bytes and a kind of "
                                + exhibit.evidence.getKind().length() + " characters.",
                        "Present at most " + PresentedEvidence.LARGEST_BYTES + " bytes, with a kind of 1 to "
                                + PresentedEvidence.LONGEST_KIND + " readable characters.");
            }
            int pieces = of(exhibits, exhibit.aspect).size();
            if (pieces > PresentedEvidence.MOST) {
                throw new WorkflowException(
                        pieces + " pieces of evidence are presented for " + exhibit.aspect + ".",
                        "Present at most " + PresentedEvidence.MOST + ".");
            }
        }
        int together = exhibits.stream()
                .mapToInt(exhibit -> exhibit.evidence.getContent().getSize())
                .sum();
        if (together > LARGEST_TOGETHER_BYTES) {
            throw new WorkflowException(
                    "The evidence has " + together + " bytes in all.",
                    "Present at most " + LARGEST_TOGETHER_BYTES + " bytes for all aspects together.");
        }
    }

    /** What the authorities of one aspect are shown. */
    static List<PresentedEvidence> of(List<Exhibit> exhibits, Aspect aspect) {
        return exhibits.stream()
                .filter(exhibit -> exhibit.aspect == aspect)
                .map(Exhibit::getEvidence)
                .collect(Collectors.toList());
    }
}
