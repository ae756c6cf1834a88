package org.countersign.workflows.register;

import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.ownership.RegisterRoots;

/** How the register of one security at another registrar compares with one's own. */
@CordaSerializable
public final class RegisterComparison {
    /** The ways in which it may come out. */
    @CordaSerializable
    public enum Outcome {
        /** Both have the same roots, and so the same lines. */
        EQUAL,
        /** One side, or each, has transactions that the other lacks. */
        BEHIND,
        /** Both name the same transactions, and yet the lines differ: one of the two registers is wrong. */
        DIFFERENT,
        /** The registrar has not answered in time. */
        SILENT,
        /** The registrar refused to answer, or answered what no honest one does. */
        FAILED
    }

    private final CordaX500Name registrar;
    private final Outcome outcome;
    private final RegisterRoots roots;
    private final long lackedHere;
    private final long lackedThere;
    private final String explanation;

    /**
     * Creates a comparison.
     *
     * @param registrar with whom
     * @param outcome how it came out
     * @param roots the registrar's roots, or null if it gave none
     * @param lackedHere how many transactions it named that are not in one's own register
     * @param lackedThere how many transactions of one's own register it did not name
     * @param explanation a sentence for people
     */
    public RegisterComparison(
            CordaX500Name registrar,
            Outcome outcome,
            RegisterRoots roots,
            long lackedHere,
            long lackedThere,
            String explanation) {
        this.registrar = Objects.requireNonNull(registrar, "registrar");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.roots = roots;
        this.lackedHere = lackedHere;
        this.lackedThere = lackedThere;
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    static RegisterComparison of(CordaX500Name registrar, RegisterRoots ours, RegisterRoots theirs) {
        if (ours.equals(theirs)) {
            return new RegisterComparison(
                    registrar,
                    Outcome.EQUAL,
                    theirs,
                    0,
                    0,
                    "The register of " + registrar.getOrganisation() + " is the same.");
        }
        return new RegisterComparison(
                registrar,
                Outcome.DIFFERENT,
                theirs,
                0,
                0,
                "The register of " + registrar.getOrganisation() + " has other lines: " + theirs.getLines()
                        + " of which " + theirs.getStanding() + " stand, here " + ours.getLines() + " of which "
                        + ours.getStanding() + " stand.");
    }

    /** The same, knowing which transactions each side lacks. */
    RegisterComparison lacking(long here, long there) {
        if (here == 0 && there == 0) {
            return this;
        }
        String name = registrar.getOrganisation();
        return new RegisterComparison(
                registrar,
                Outcome.BEHIND,
                roots,
                here,
                there,
                there == 0
                        ? "This register lacks " + transactions(here) + " that " + name + " has."
                        : here == 0
                                ? "The register of " + name + " lacks " + transactions(there) + " of this one."
                                : "This register lacks " + transactions(here) + " that " + name + " has, and " + name
                                        + " lacks " + transactions(there) + " of this one.");
    }

    private static String transactions(long number) {
        return number == 1 ? "1 transaction" : number + " transactions";
    }

    static RegisterComparison silent(CordaX500Name registrar, long seconds) {
        return new RegisterComparison(
                registrar,
                Outcome.SILENT,
                null,
                0,
                0,
                registrar.getOrganisation() + " has not answered within " + seconds + " seconds.");
    }

    static RegisterComparison failed(CordaX500Name registrar, String why) {
        return new RegisterComparison(
                registrar,
                Outcome.FAILED,
                null,
                0,
                0,
                registrar.getOrganisation() + " did not compare registers: " + why);
    }

    /** With whom. */
    public CordaX500Name getRegistrar() {
        return registrar;
    }

    /** How it came out. */
    public Outcome getOutcome() {
        return outcome;
    }

    /** The registrar's roots, or null if it gave none. */
    public RegisterRoots getRoots() {
        return roots;
    }

    /** How many transactions it named that are not in one's own register. */
    public long getLackedHere() {
        return lackedHere;
    }

    /** How many transactions of one's own register it did not name. */
    public long getLackedThere() {
        return lackedThere;
    }

    /** A sentence for people. */
    public String getExplanation() {
        return explanation;
    }

    @Override
    public String toString() {
        return explanation;
    }
}
