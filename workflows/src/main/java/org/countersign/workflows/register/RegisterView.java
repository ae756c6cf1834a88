package org.countersign.workflows.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.ownership.RegisterRoots;

/** A register for people, or a page of it: who holds how much of a security, since when, and by which transaction. */
@CordaSerializable
public final class RegisterView {
    /** So many holdings are on a page at most. */
    public static final int LINES_OF_A_PAGE = 500;

    private final String symbol;
    private final String name;
    private final SecureHash security;
    private final BigDecimal outstanding;
    private final List<Holder> holders;
    private final RegisterRoots roots;
    private final int page;

    /**
     * Creates a view.
     *
     * @param symbol the security's symbol
     * @param name the security's name
     * @param security the digest in the identifier of the security's definition
     * @param outstanding what all hold together, in units
     * @param holders the holders on the page by name
     * @param roots the roots over all of the register's lines
     * @param page which page it is, from 1
     */
    public RegisterView(
            String symbol,
            String name,
            SecureHash security,
            BigDecimal outstanding,
            List<Holder> holders,
            RegisterRoots roots,
            int page) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.name = Objects.requireNonNull(name, "name");
        this.security = Objects.requireNonNull(security, "security");
        this.outstanding = Objects.requireNonNull(outstanding, "outstanding");
        this.holders = Collections.unmodifiableList(new ArrayList<>(holders));
        this.roots = Objects.requireNonNull(roots, "roots");
        this.page = page;
    }

    /** The security's symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** The security's name. */
    public String getName() {
        return name;
    }

    /** The digest in the identifier of the security's definition. */
    public SecureHash getSecurity() {
        return security;
    }

    /** What all hold together, in units. */
    public BigDecimal getOutstanding() {
        return outstanding;
    }

    /**
     * The holders by name, those without a known name among them by their key. Each has its whole quantity and those of
     * its holdings that are on the page.
     */
    public List<Holder> getHolders() {
        return holders;
    }

    /** The roots over all of the register's lines. */
    public RegisterRoots getRoots() {
        return roots;
    }

    /** Which page it is, from 1. */
    public int getPage() {
        return page;
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, (roots.getStanding() + LINES_OF_A_PAGE - 1) / LINES_OF_A_PAGE);
    }

    /** A holder with all that it holds. */
    @CordaSerializable
    public static final class Holder {
        private final CordaX500Name name;
        private final BigDecimal quantity;
        private final List<Holding> holdings;

        /**
         * Creates a holder.
         *
         * @param name its legal name, or null if this node does not know whose the key is
         * @param quantity what it holds, in units
         * @param holdings the lines that make it up
         */
        public Holder(CordaX500Name name, BigDecimal quantity, List<Holding> holdings) {
            this.name = name;
            this.quantity = Objects.requireNonNull(quantity, "quantity");
            this.holdings = Collections.unmodifiableList(new ArrayList<>(holdings));
        }

        /** Its legal name, or null if this node does not know whose the key is. */
        public CordaX500Name getName() {
            return name;
        }

        /** What it holds, in units. */
        public BigDecimal getQuantity() {
            return quantity;
        }

        /** The lines that make it up. */
        public List<Holding> getHoldings() {
            return holdings;
        }
    }

    /** One line that stands. */
    @CordaSerializable
    public static final class Holding {
        private final StateRef reference;
        private final String key;
        private final BigDecimal quantity;
        private final Instant since;

        /**
         * Creates a line.
         *
         * @param reference the state on the ledger; its transaction is the one by which it is held
         * @param key the holder's key in Corda's short form
         * @param quantity in units
         * @param since when it was certainly held
         */
        public Holding(StateRef reference, String key, BigDecimal quantity, Instant since) {
            this.reference = Objects.requireNonNull(reference, "reference");
            this.key = Objects.requireNonNull(key, "key");
            this.quantity = Objects.requireNonNull(quantity, "quantity");
            this.since = Objects.requireNonNull(since, "since");
        }

        /** The state on the ledger. */
        public StateRef getReference() {
            return reference;
        }

        /** The holder's key in Corda's short form. */
        public String getKey() {
            return key;
        }

        /** The quantity in units. */
        public BigDecimal getQuantity() {
            return quantity;
        }

        /** When it was certainly held. */
        public Instant getSince() {
            return since;
        }
    }
}
