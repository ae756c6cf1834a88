package org.countersign.oracles.validation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;

/**
 * One check of one aspect; the one interface that is implemented to bring a check of one's own to an authority.
 *
 * <p>Implementations have a public constructor without parameters, are named in
 * {@code META-INF/services/org.countersign.oracles.validation.TransferCheck} of their jar, and are found in every jar
 * in the {@code cordapps} directory of the authority's node. A check that is found does nothing until the authority's
 * settings have a section of its {@link #name()}. An authority answers for an aspect only if at least one check of that
 * aspect is set up.
 *
 * <p>What a finding gives away: its requirement, result, reason code and reason are told to the proposer of the
 * transaction and stand in the report that it may show to others; its figures stay in the authority's journal and leave
 * the node in no answer. So a reason names no figure, no limit, no list that somebody is on and no party that the
 * proposer does not know of; "the exposure to the buyer exceeds its limit" is enough. What a check throws is logged and
 * told to nobody.
 *
 * <p>An instance is used by one transaction at a time or by several at once; what it keeps between two must be safe for
 * that. Nothing that it does may depend on the order in which transactions come.
 */
public interface TransferCheck {
    /**
     * The name of the check: its section in the settings and the beginning of the requirements' names in its findings.
     */
    String name();

    /** The aspect that it judges. */
    Aspect aspect();

    /**
     * Takes the settings, once when the node starts.
     *
     * @param configuration the section {@code checks.<name>} of the authority's settings
     * @throws CheckConfigurationException if a setting is missing or wrong; the node says so, and the authority answers
     *     nothing for the aspect
     */
    void configure(CheckConfiguration configuration) throws CheckConfigurationException;

    /**
     * What the check has to know beside the tear-off. It is gathered before {@link #check} is called.
     *
     * @return nothing, unless the check says otherwise
     */
    default Set<FactKind> needs() {
        return Collections.emptySet();
    }

    /**
     * What the check has to know beside the tear-off of a certain transaction; less than {@link #needs()} where that
     * would be asked for in vain.
     *
     * @param facts what is known of the transaction so far
     * @return {@link #needs()}, unless the check says otherwise
     */
    default Set<FactKind> needs(TransferFacts facts) {
        return needs();
    }

    /**
     * Judges a transaction. It runs on a thread that may wait, for example for an outside source, and is given up after
     * the time-out in the settings; what it would have found is then {@code UNDECIDED}.
     *
     * @param facts what the authority may see of the transaction
     * @return one finding per requirement of the check, also for those that are met; at least one. A requirement is
     *     called by the check's name, or by that name, a dot and more. Texts are readable and of one line, reasons of
     *     at most 1,000 characters. Anything else is no finding, and the whole check is then {@code UNDECIDED}
     * @throws Exception if it cannot be found out; becomes a finding that is {@code UNDECIDED}
     */
    List<Finding> check(TransferFacts facts) throws Exception;

    /**
     * Keeps what the check wants to know later of what it has judged. It runs in the flow and the database transaction
     * in which the answer leaves, so what is kept was answered; it must be quick, and what it throws keeps the answer
     * back.
     *
     * @param facts what was judged
     * @param services the node's services, for the database
     */
    default void remember(TransferFacts facts, ServiceHub services) {}

    /**
     * Whether the check judges the compliance policies of definitions. An authority without such a check attests
     * COMPLIANCE of no security whose policy has rules that the contract cannot decide.
     *
     * @return false, unless the check says otherwise
     */
    default boolean judgesPolicies() {
        return false;
    }

    /**
     * Hears that the checks of this authority are set up, once when the node starts.
     *
     * @param checks all of them, to be asked later for others that this one works with
     */
    default void started(TransferChecks checks) {}
}
