package org.countersign.client.cli.rpc;

/** Connects to members' nodes. */
@FunctionalInterface
public interface NodeConnector {
    /**
     * Connects to a node.
     *
     * @param member whose node
     * @return the node, to be closed after use
     * @throws org.countersign.client.cli.answer.Failure if it does not answer, or refuses the user
     */
    Node connect(Member member);
}
