package org.countersign.workflows.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.Party;
import net.corda.core.transactions.ComponentVisibilityException;
import net.corda.core.transactions.FilteredComponentGroup;
import net.corda.core.transactions.FilteredTransaction;
import net.corda.core.transactions.FilteredTransactionVerificationException;
import net.corda.core.transactions.ReferenceStateRef;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.validation.Aspect;

/**
 * What the authorities of an aspect get to see of a transaction. This is the one place that says so: the proposer tears
 * off by it and the authority checks by it, that it sees all it must judge and nothing beyond.
 *
 * <p>Every aspect that is judged on a tear-off sees outputs (who will hold), commands with their signers (who gives,
 * since a holding moves only with its holder's signature), time-window, notary and references. {@code IDENTITY} does
 * not see inputs, whose references would tie the transaction to earlier ones. {@code COMPLIANCE}, {@code RISK} and
 * {@code CAPITAL} do: what a party acquires is what it gets less what it gave up, rules ask how old that is, and what
 * an input reference stands for they ask the registrars, not the proposer. Nobody sees attachments or the hash of the
 * network parameters. {@code OWNERSHIP} has no tear-off: registrars see the whole transaction.
 */
public final class AspectDisclosure {
    private static final Map<Aspect, Set<ComponentGroupEnum>> VISIBLE = new EnumMap<>(Aspect.class);

    static {
        Set<ComponentGroupEnum> terms = EnumSet.of(
                ComponentGroupEnum.OUTPUTS_GROUP,
                ComponentGroupEnum.COMMANDS_GROUP,
                ComponentGroupEnum.SIGNERS_GROUP,
                ComponentGroupEnum.NOTARY_GROUP,
                ComponentGroupEnum.TIMEWINDOW_GROUP,
                ComponentGroupEnum.REFERENCES_GROUP);
        Set<ComponentGroupEnum> termsAndInputs = EnumSet.copyOf(terms);
        termsAndInputs.add(ComponentGroupEnum.INPUTS_GROUP);
        VISIBLE.put(Aspect.IDENTITY, Collections.unmodifiableSet(terms));
        VISIBLE.put(Aspect.COMPLIANCE, Collections.unmodifiableSet(termsAndInputs));
        VISIBLE.put(Aspect.RISK, Collections.unmodifiableSet(termsAndInputs));
        VISIBLE.put(Aspect.CAPITAL, Collections.unmodifiableSet(termsAndInputs));
    }

    private AspectDisclosure() {}

    /**
     * Tears a transaction off to what an aspect needs.
     *
     * @param transaction the whole transaction
     * @param aspect an aspect that is judged on a tear-off
     * @return the tear-off
     */
    public static FilteredTransaction tearOff(WireTransaction transaction, Aspect aspect) {
        Set<ComponentGroupEnum> visible = visible(aspect);
        return transaction.buildFilteredTransaction(component -> visible.contains(groupOf(component)));
    }

    /**
     * Checks a tear-off that came from somebody else.
     *
     * @param tearOff the tear-off
     * @param aspect the aspect it was sent for
     * @throws DisclosureException if it is not a part of the transaction it names, hides a component that the aspect
     *     has to judge, or shows one that it may not see
     */
    public static void check(FilteredTransaction tearOff, Aspect aspect) throws DisclosureException {
        Set<ComponentGroupEnum> visible = visible(aspect);
        try {
            tearOff.verify();
            for (ComponentGroupEnum group : visible) {
                tearOff.checkAllComponentsVisible(group);
            }
        } catch (FilteredTransactionVerificationException | ComponentVisibilityException wrong) {
            throw new DisclosureException("The tear-off for " + aspect + " is incomplete: " + wrong.getMessage());
        }
        for (FilteredComponentGroup group : tearOff.getFilteredComponentGroups()) {
            boolean known = group.getGroupIndex() < ComponentGroupEnum.values().length;
            if (!known || !visible.contains(ComponentGroupEnum.values()[group.getGroupIndex()])) {
                throw new DisclosureException("The tear-off for " + aspect + " shows component group "
                        + group.getGroupIndex() + ", which that aspect may not see.");
            }
        }
        // A redemption of all that is held has no outputs; its command says whose it was.
        if (tearOff.getCommands().isEmpty()) {
            throw new DisclosureException("The tear-off for " + aspect + " shows nothing that could be judged.");
        }
    }

    /**
     * The parts of a transaction that an aspect sees.
     *
     * @param aspect an aspect that is judged on a tear-off
     * @return all of them; what is in none of these parts is hidden
     * @throws IllegalArgumentException if the aspect is not judged on a tear-off
     */
    public static Set<ComponentGroupEnum> visible(Aspect aspect) {
        Set<ComponentGroupEnum> visible = VISIBLE.get(aspect);
        if (visible == null) {
            throw new IllegalArgumentException("The aspect " + aspect + " is not judged on a tear-off.");
        }
        return visible;
    }

    private static ComponentGroupEnum groupOf(Object component) {
        if (component instanceof TransactionState) {
            return ComponentGroupEnum.OUTPUTS_GROUP;
        }
        if (component instanceof Command) {
            return ComponentGroupEnum.COMMANDS_GROUP;
        }
        if (component instanceof TimeWindow) {
            return ComponentGroupEnum.TIMEWINDOW_GROUP;
        }
        if (component instanceof Party) {
            return ComponentGroupEnum.NOTARY_GROUP;
        }
        if (component instanceof ReferenceStateRef) {
            return ComponentGroupEnum.REFERENCES_GROUP;
        }
        if (component instanceof StateRef) {
            return ComponentGroupEnum.INPUTS_GROUP;
        }
        // Attachments, the network parameters' hash, and whatever a later platform adds: shown to nobody.
        return ComponentGroupEnum.ATTACHMENTS_GROUP;
    }
}
