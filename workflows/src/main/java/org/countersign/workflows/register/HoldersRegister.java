package org.countersign.workflows.register;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterEntry;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.ownership.RegisterLine;
import org.countersign.contracts.ownership.SecurityRegister;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.SegmentAudience;

/**
 * The registers of holders that this node keeps: of every security on whose ownership committee it has a seat, or which
 * it observes for a regulator. Works in the caller's database transaction.
 */
public final class HoldersRegister {
    /** The most bytes that a holder's key may take in its encoding; some fifty members of a composite key. */
    public static final int LONGEST_KEY = 2_900;

    private static final int PAGE = 500;

    private final ServiceHub services;
    private final RegisterTable table;
    private final LedgerEntries ledger;

    /**
     * The registers of a node.
     *
     * @param services the node's services
     */
    public HoldersRegister(ServiceHub services) {
        this.services = services;
        this.table = new RegisterTable(services);
        this.ledger = new LedgerEntries(services);
    }

    /**
     * Whether a register can keep a holder's key.
     *
     * @param holder the key
     * @return true if its encoding takes at most {@value #LONGEST_KEY} bytes
     */
    public static boolean canKeep(PublicKey holder) {
        return holder.getEncoded().length <= LONGEST_KEY;
    }

    /**
     * Which of these holdings do not stand in a register here: unknown, or ended.
     *
     * @param holdings holdings on the ledger
     * @return the references of those that do not stand
     */
    public Set<StateRef> notStanding(Collection<StateAndRef<SecurityToken>> holdings) {
        Set<StateRef> refs = new HashSet<>();
        holdings.forEach(holding -> refs.add(holding.getRef()));
        refs.removeAll(standing(refs));
        return refs;
    }

    /**
     * Which of these holdings stand in a register here: known, and not ended.
     *
     * @param holdings references of holdings
     * @return those that stand
     */
    Set<StateRef> standing(Collection<StateRef> holdings) {
        Map<StateRef, StateRef> origins = new HashMap<>();
        for (StateRef holding : holdings) {
            // What was created by a transaction that is not here stands in no register here.
            if (ledger.knows(holding)) {
                origins.put(holding, ledger.origin(holding));
            }
        }
        Map<StateRef, RegisterLine> lines = table.find(new HashSet<>(origins.values()));
        Set<StateRef> standing = new HashSet<>();
        origins.forEach((holding, origin) -> {
            if (lines.containsKey(origin) && lines.get(origin).stands()) {
                standing.add(holding);
            }
        });
        return standing;
    }

    /**
     * Enters a final transaction that is recorded in this node's storage, and before it whatever it builds on that has
     * not been entered. Entering it again changes nothing.
     *
     * @param transaction a final transaction
     * @throws RegisterException if it does not follow from what is recorded
     */
    void enter(SignedTransaction transaction) {
        Set<SecureHash> kept = new HashSet<>();
        ledger.of(transaction).forEach(entry -> kept.add(entry.getSecurity()));
        if (kept.isEmpty() || !concernsUs(transaction)) {
            return;
        }
        // Without recursion, for a chain may be long.
        Deque<SignedTransaction> open = new ArrayDeque<>();
        open.push(transaction);
        while (!open.isEmpty()) {
            List<RegisterEntry> entries = entries(open.peek(), kept);
            // One query for all, since every transaction of the security comes by here.
            Set<StateRef> touched = new HashSet<>();
            entries.forEach(entry -> touched.addAll(entry.touched()));
            Map<StateRef, RegisterLine> known = table.find(touched);
            StateRef missing = missing(entries, known);
            if (missing == null) {
                open.pop();
                entries.forEach(entry -> table.save(entry.change(known), known.keySet()));
            } else {
                open.push(services.getValidatedTransactions().getTransaction(missing.getTxhash()));
            }
        }
    }

    /**
     * Says whether a final transaction could be entered, before it is recorded.
     *
     * @param transaction a verified transaction whose back-chain is recorded
     * @throws RegisterException if it ends a holding that another transaction has ended
     */
    public void check(SignedTransaction transaction) {
        for (RegisterEntry entry : ledger.of(transaction)) {
            for (RegisterLine line : table.find(entry.getEnded()).values()) {
                if (!line.stands() && !line.getEndedBy().equals(entry.getTransaction())) {
                    throw new RegisterException("The transaction " + entry.getTransaction() + " ends the holding "
                            + line.getHolding() + ", which " + line.getEndedBy() + " has ended already.");
                }
            }
        }
    }

    private List<RegisterEntry> entries(SignedTransaction transaction, Set<SecureHash> kept) {
        List<RegisterEntry> entries = new ArrayList<>();
        for (RegisterEntry entry : ledger.of(transaction)) {
            if (kept.contains(entry.getSecurity())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static StateRef missing(List<RegisterEntry> entries, Map<StateRef, RegisterLine> known) {
        for (RegisterEntry entry : entries) {
            for (StateRef holding : entry.getEnded()) {
                if (!known.containsKey(holding)) {
                    return holding;
                }
            }
        }
        return null;
    }

    private boolean concernsUs(SignedTransaction transaction) {
        Party self = services.getMyInfo().getLegalIdentities().get(0);
        try {
            for (Command<?> command : transaction.getTx().getCommands()) {
                if (command.getValue() instanceof Attest
                        && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                    CommitteeState committee = Committees.at(services, ((Attest) command.getValue()).getCommittee());
                    // Who has joined since keeps the register from its beginning.
                    if (RegisterSeats.keeps(committee, self)
                            || RegisterSeats.current(services, committee.getLinearId())
                                    .filter(current -> RegisterSeats.keeps(current, self))
                                    .isPresent()) {
                        return true;
                    }
                }
            }
            return SegmentAudience.observers(services, transaction).contains(self);
        } catch (FlowException | RuntimeException unresolved) {
            throw new RegisterException(
                    "The committee of the transaction " + transaction.getId() + " is not recorded here.");
        }
    }

    /** The lines of a security as they are kept. */
    List<RegisterLine> lines(SecureHash security) {
        return table.lines(security);
    }

    /**
     * The lines of those of these holdings that stand in a register here.
     *
     * @param holdings references of holdings, or of other states, which are passed over
     * @return their lines
     */
    public List<RegisterLine> standingLines(Collection<StateRef> holdings) {
        List<RegisterLine> standing = new ArrayList<>();
        for (RegisterLine line : table.find(holdings).values()) {
            if (line.stands()) {
                standing.add(line);
            }
        }
        return standing;
    }

    /**
     * Which transactions have ended some holdings, as far as this node keeps their registers.
     *
     * @param holdings references of holdings, or of other states, which are passed over
     * @return the ids of the transactions that ended them
     */
    public Set<SecureHash> endings(Collection<StateRef> holdings) {
        Set<SecureHash> endings = new LinkedHashSet<>();
        for (RegisterLine line : table.find(holdings).values()) {
            if (!line.stands()) {
                endings.add(line.getEndedBy());
            }
        }
        return endings;
    }

    /**
     * What each key holds of a security.
     *
     * @param security the digest in the identifier of its definition
     * @return the sum of what stands for each key, in smallest units
     */
    public Map<PublicKey, Long> balances(SecureHash security) {
        return table.balances(security);
    }

    /**
     * How much a key has passed on to other keys since a time. What a redemption ends is not passed on.
     *
     * @param security the digest in the identifier of its definition
     * @param holder the key
     * @param since the beginning, inclusive; a transaction counts by the end of its time-window
     * @return in smallest units, zero or more
     */
    public long disposedOf(SecureHash security, PublicKey holder, Instant since) {
        return table.disposedOf(security, holder, since);
    }

    /** The table itself, for what compares and restores it. */
    RegisterTable table() {
        return table;
    }

    /**
     * The registers that follow from this node's ledger, read from its storage alone.
     *
     * @param securities the digests of the securities
     * @return what each of them does to a register, in no particular order
     */
    Map<SecureHash, List<RegisterEntry>> readLedger(Set<SecureHash> securities) {
        Map<SecureHash, List<RegisterEntry>> found = new HashMap<>();
        securities.forEach(security -> found.put(security, new ArrayList<>()));
        TransactionLog log = new TransactionLog(services);
        List<SecureHash> page = log.page(null, PAGE);
        while (!page.isEmpty()) {
            for (SecureHash id : page) {
                SignedTransaction transaction =
                        services.getValidatedTransactions().getTransaction(id);
                for (RegisterEntry entry : entries(transaction, securities)) {
                    found.get(entry.getSecurity()).add(entry);
                }
            }
            page = page.size() < PAGE ? new ArrayList<>() : log.page(page.get(page.size() - 1), PAGE);
        }
        return found;
    }

    /** The register of a security, rebuilt from this node's ledger. */
    static SecurityRegister rebuild(Map<SecureHash, List<RegisterEntry>> ledger, SecureHash security) {
        return SecurityRegister.of(ledger.get(security));
    }
}
