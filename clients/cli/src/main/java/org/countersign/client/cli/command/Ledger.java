package org.countersign.client.cli.command;

import java.util.function.Consumer;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Progress;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.Node;
import org.countersign.client.cli.rpc.VaultChange;

/** The ledger as one member sees it, by its node. */
public final class Ledger {
    private final Network network;
    private final Member self;
    private final Node node;
    private final Progress progress;

    Ledger(Network network, Member self, Node node, Progress progress) {
        this.network = network;
        this.self = self;
        this.node = node;
        this.progress = progress;
    }

    /**
     * Connects to a member's node, has work done there, and disconnects.
     *
     * @param session where the command runs
     * @param network the network that it is for
     * @param self the member in whose name it runs
     * @param work what is to be done
     * @return what the work answers
     */
    public static Answer of(Session session, Network network, Member self, LedgerWork work) {
        try (Progress progress = new Progress(session.err(), "connecting to " + self.id());
                Node node = session.connector().connect(self)) {
            return work.on(new Ledger(network, self, node, progress));
        }
    }

    /** The member in whose name the command runs. */
    public Member self() {
        return self;
    }

    /**
     * Runs a flow on the member's node and waits for its result.
     *
     * @param flow the flow to start
     * @param arguments its constructor's arguments, in order
     * @param <T> what the flow returns
     * @return its result
     */
    public <T> T run(Class<? extends FlowLogic<T>> flow, Object... arguments) {
        progress.stage("waiting for the node of " + self.id());
        return node.run(flow, this::told, arguments);
    }

    /**
     * Tells every change of the node's vault from now on; nothing is said about waiting any more.
     *
     * @param changes is told each, from another thread and in order
     * @return ends the telling when it is closed
     */
    public AutoCloseable follow(Consumer<VaultChange> changes) {
        progress.close();
        return node.follow(changes);
    }

    // Every sub-flow begins and ends with these, and they say nothing to the user.
    private void told(String step) {
        if (!step.equals("Starting") && !step.equals("Done")) {
            progress.stage(self.id() + ": " + step);
        }
    }

    /**
     * The ledger's identity of a member.
     *
     * @param member the member
     * @return its party
     */
    public Party party(Member member) {
        return node.party(member);
    }

    /**
     * A legal name as people read it: the member's id if the network file names it, else the organisation.
     *
     * @param name the name on the certificate
     * @return how to call it in a sentence
     */
    public String call(CordaX500Name name) {
        return network.member(name).map(Member::id).orElse(name.getOrganisation());
    }
}
