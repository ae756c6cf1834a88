package org.countersign.contracts.definition;

import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.POLICY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.TERMS;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import net.corda.core.contracts.StateAndRef;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.Measures;
import org.countersign.contracts.validation.Operation;

/** The transactions with definitions that every rule is tried on: each as it should be for the state it is given. */
public final class Definitions {
    /** What a freeze rests on, and what then stands in the definition. */
    public static final ControlOrder COURT = Measures.ORDER;

    static final String ORDER = COURT.toString();
    static final SecurityDefinitionState ACME = SecurityDefinitionState.registered(Cast.ISSUER, TERMS, POLICY);

    private Definitions() {}

    /** The registration of a security with these terms. */
    static Draft register(SecurityTerms terms) {
        return register(SecurityDefinitionState.registered(Cast.ISSUER, terms, POLICY));
    }

    /** The registration of this definition by its issuer and the registrars. */
    public static Draft register(SecurityDefinitionState definition) {
        return new Draft()
                .output(definition)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(new SecurityDefinitionCommand.Register(), key(definition.getIssuer()))
                .command(attest(REGISTRARS, Operation.DEFINE, null))
                .window(WINDOW);
    }

    /** The freeze of ACME on its issuer's proposal. */
    public static Draft freeze() {
        return change(ACME, ACME.withStatus(SecurityStatus.FROZEN, ORDER), new SecurityDefinitionCommand.Freeze(COURT));
    }

    /** A change from one state to another on the issuer's proposal. */
    static Draft change(
            SecurityDefinitionState before, SecurityDefinitionState after, SecurityDefinitionCommand command) {
        StateAndRef<SecurityDefinitionState> input = onLedger(before);
        return new Draft()
                .input(input)
                .output(after)
                .reference(REGISTRARS)
                .command(command, key(before.getIssuer()))
                .command(attest(REGISTRARS, Operation.DEFINE, input.getRef()))
                .window(WINDOW);
    }
}
