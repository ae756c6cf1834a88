package org.countersign.contracts.ownership;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.validation.Operation;

/**
 * The register of one security, made of the transactions that concern it: gap-free, each holding ended at most once,
 * and the same whatever order they were recorded in.
 */
public final class SecurityRegister {
    private final SortedMap<StateRef, RegisterLine> lines = new TreeMap<>(RegisterLine.ORDER);
    private BigInteger issued = BigInteger.ZERO;
    private BigInteger redeemed = BigInteger.ZERO;

    private SecurityRegister() {}

    /**
     * The register that transactions make.
     *
     * @param entries what each of them does, in any order, each transaction once
     * @return the register
     * @throws RegisterException if a transaction is missing or does what no final one can
     */
    public static SecurityRegister of(Collection<RegisterEntry> entries) {
        SecurityRegister register = new SecurityRegister();
        for (RegisterEntry entry : ordered(entries)) {
            register.enter(entry);
        }
        return register;
    }

    /**
     * A register of lines that somebody has, unexamined; for its roots.
     *
     * @param lines the lines, in any order
     * @return the roots over them
     */
    public static RegisterRoots rootsOf(Collection<RegisterLine> lines) {
        List<RegisterLine> sorted = new ArrayList<>(lines);
        sorted.sort((left, right) -> RegisterLine.ORDER.compare(left.getHolding(), right.getHolding()));
        List<byte[]> all = sorted.stream().map(RegisterLine::encoded).collect(Collectors.toList());
        List<byte[]> standing = sorted.stream()
                .filter(RegisterLine::stands)
                .map(RegisterLine::encoded)
                .collect(Collectors.toList());
        return new RegisterRoots(
                MerkleHashTree.of(standing).root(), MerkleHashTree.of(all).root(), standing.size(), all.size());
    }

    /**
     * The first line in which two registers differ.
     *
     * @param kept the lines of one
     * @param expected the lines of the other
     * @return a sentence that names it, or null if they are equal
     */
    public static String difference(Collection<RegisterLine> kept, Collection<RegisterLine> expected) {
        Map<StateRef, RegisterLine> left = byHolding(kept);
        Map<StateRef, RegisterLine> right = byHolding(expected);
        Set<StateRef> all = new TreeSet<>(RegisterLine.ORDER);
        all.addAll(left.keySet());
        all.addAll(right.keySet());
        for (StateRef holding : all) {
            RegisterLine is = left.get(holding);
            RegisterLine should = right.get(holding);
            if (is == null) {
                return "The register has no line of the " + should + ".";
            }
            if (should == null) {
                return "The register has a line that no transaction made: the " + is + ".";
            }
            if (!is.equals(should)) {
                return "The register has the " + is + ", the ledger the " + should
                        + (is.getHolder().equals(should.getHolder()) ? "." : ", of another holder.");
            }
        }
        return null;
    }

    private static Map<StateRef, RegisterLine> byHolding(Collection<RegisterLine> lines) {
        Map<StateRef, RegisterLine> byHolding = new HashMap<>();
        lines.forEach(line -> byHolding.put(line.getHolding(), line));
        return byHolding;
    }

    // What is consumed must have been created before. Without recursion, for a chain may be long.
    private static List<RegisterEntry> ordered(Collection<RegisterEntry> entries) {
        SortedMap<SecureHash, RegisterEntry> open = new TreeMap<>();
        entries.forEach(entry -> open.put(entry.getTransaction(), entry));
        List<RegisterEntry> ordered = new ArrayList<>(open.size());
        while (!open.isEmpty()) {
            Deque<RegisterEntry> path = new ArrayDeque<>();
            path.push(open.remove(open.firstKey()));
            while (!path.isEmpty()) {
                RegisterEntry before = null;
                for (StateRef ended : path.peek().getEnded()) {
                    before = before == null ? open.remove(ended.getTxhash()) : before;
                }
                if (before == null) {
                    ordered.add(path.pop());
                } else {
                    path.push(before);
                }
            }
        }
        return ordered;
    }

    private void enter(RegisterEntry entry) {
        BigInteger before = outstandingOf(entry);
        for (RegisterLine line : entry.change(lines)) {
            lines.put(line.getHolding(), line);
        }
        BigInteger change = outstandingOf(entry).subtract(before);
        if (entry.getOperation() != Operation.TRANSFER && change.signum() > 0) {
            issued = issued.add(change);
        } else {
            redeemed = redeemed.subtract(change);
        }
    }

    private BigInteger outstandingOf(RegisterEntry entry) {
        return sum(entry.touched().stream()
                .map(lines::get)
                .filter(line -> line != null && line.stands())
                .collect(Collectors.toList()));
    }

    /**
     * What lines that stand add up to.
     *
     * @param lines any lines
     * @return the sum in smallest units
     */
    public static BigInteger sum(Collection<RegisterLine> lines) {
        return lines.stream()
                .filter(RegisterLine::stands)
                .map(line -> BigInteger.valueOf(line.getQuantity()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** All lines in their order. */
    public List<RegisterLine> getLines() {
        return Collections.unmodifiableList(new ArrayList<>(lines.values()));
    }

    /** The roots over the lines. */
    public RegisterRoots roots() {
        return rootsOf(lines.values());
    }

    /** All that was ever issued, in smallest units. */
    public BigInteger getIssued() {
        return issued;
    }

    /** All that was ever redeemed, in smallest units. */
    public BigInteger getRedeemed() {
        return redeemed;
    }
}
